"use strict";
(() => {
  const body = document.querySelector("#posts tbody");
  const rows = [...body.rows];
  const filter = document.getElementById("filter");
  const rework = document.getElementById("rework");
  const shown = document.getElementById("shown");
  const key = (row, index) => {
    const cell = row.cells[index];
    return cell.dataset.key === undefined ? cell.textContent.toLocaleLowerCase() : Number(cell.dataset.key);
  };
  const needsRework = (row) => {
    const score = key(row, 0);
    return score >= 0 && score < 50;
  };
  const apply = () => {
    const wanted = filter.value.toLocaleLowerCase();
    let count = 0;
    for (const row of rows) {
      row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted) || (rework?.checked && !needsRework(row));
      count += row.hidden ? 0 : 1;
    }
    shown.textContent = count + " / " + rows.length;
  };
  document.querySelectorAll("#posts th button").forEach((button, index) => {
    button.addEventListener("click", () => {
      const head = button.closest("th");
      const ascending = head.getAttribute("aria-sort") !== "ascending";
      document.querySelectorAll("#posts th").forEach((each) => each.setAttribute("aria-sort", "none"));
      head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      rows.sort((a, b) => {
        const x = key(a, index), y = key(b, index);
        const order = x < y ? -1 : x > y ? 1 : 0;
        return ascending ? order : -order;
      });
      body.append(...rows);
    });
  });
  filter.addEventListener("input", apply);
  rework?.addEventListener("change", apply);
  apply();
})();
