// Draws the figures of the tables on the page; the tables stay. A <figure data-tables="id …" data-kind="across|up stacked">
// takes the rows' headings as labels and each column whose heading has data-colour as a series of its cells' data-value.
(() => {
  const figures = [...document.querySelectorAll('figure[data-tables]')];
  const number = new Intl.NumberFormat(document.documentElement.lang);

  const read = figure => {
    const labels = [];
    const series = [];
    for (const id of figure.dataset.tables.split(' ')) {
      const table = document.getElementById(id);
      if (!table) continue;
      const rows = [...table.tBodies[0].rows].filter(row => row.cells.length > 1);
      if (figure.dataset.kind.includes('up')) rows.reverse();
      [...table.tHead.rows[0].cells].forEach((head, column) => {
        if (!head.dataset.colour) return;
        const values = new Map();
        for (const row of rows) {
          const label = row.dataset.label ?? row.cells[0].textContent.trim();
          if (!labels.includes(label)) labels.push(label);
          if (row.cells[column].dataset.value) values.set(label, Number(row.cells[column].dataset.value));
        }
        series.push({ name: head.dataset.series ?? head.textContent.trim(), colour: head.dataset.colour, values });
      });
    }
    const shown = labels.filter(label => series.some(one => one.values.has(label)));
    return { labels: shown, series };
  };

  // The value stands at its bar, so that nobody has to point at it.
  const values = {
    id: 'values',
    afterDatasetsDraw(chart, _, { colour, inside, unit }) {
      const across = chart.options.indexAxis === 'y';
      const { ctx } = chart;
      ctx.save();
      ctx.font = `600 12px ${Chart.defaults.font.family}`;
      ctx.textBaseline = across ? 'middle' : 'bottom';
      chart.data.datasets.forEach((set, at) => chart.getDatasetMeta(at).data.forEach((bar, i) => {
        const value = set.data[i];
        if (value == null || (inside && !value)) return;
        const text = number.format(value) + unit;
        ctx.fillStyle = inside ? set.inkColour : colour;
        ctx.textAlign = across && !inside ? 'left' : 'center';
        if (inside) ctx.fillText(text, (bar.base + bar.x) / 2, bar.y);
        else if (across) ctx.fillText(text, bar.x + 5, bar.y);
        else if (bar.width > 12) ctx.fillText(text, bar.x, bar.y - 3);
      }));
      ctx.restore();
    },
  };

  const draw = figure => {
    const { labels, series } = read(figure);
    const worth = labels.length > 1;
    figure.hidden = !worth;
    if (!worth) return;
    Chart.getChart(figure.querySelector('canvas'))?.destroy();
    const style = getComputedStyle(figure);
    const colour = name => style.getPropertyValue(name).trim();
    const { kind, unit = '' } = figure.dataset;
    const across = kind.includes('across');
    const stacked = kind.includes('stacked');
    figure.querySelector('.chart-room').style.height =
      across ? `${labels.length * (stacked ? 34 : 18 * series.length + 16) + 56}px` : '17rem';
    Chart.defaults.font.family = style.fontFamily;
    Chart.defaults.color = colour('--quiet');
    const long = label => label.length > 34 ? label.slice(0, 33) + '…' : label;
    new Chart(figure.querySelector('canvas'), {
      type: 'bar',
      plugins: [values],
      data: {
        labels,
        datasets: series.map(one => ({
          label: one.name,
          data: labels.map(label => one.values.get(label) ?? null),
          backgroundColor: colour(one.colour),
          inkColour: colour(`${one.colour}-ink`) || '#fff',
          borderRadius: 3,
          maxBarThickness: across ? 20 : 26,
        })),
      },
      options: {
        indexAxis: across ? 'y' : 'x',
        animation: false,
        maintainAspectRatio: false,
        layout: { padding: { right: across && !stacked ? 48 : 4, top: across ? 0 : 16 } },
        scales: {
          x: { stacked, beginAtZero: true, max: across && unit ? 100 : undefined, grid: { display: across, color: colour('--line') }, border: { display: false },
            ticks: across ? { precision: 0, callback: value => number.format(value) + unit, maxTicksLimit: 6 } : { maxRotation: 50 } },
          y: { stacked, beginAtZero: true, grid: { display: !across, color: colour('--line') }, border: { display: false },
            ticks: across ? { autoSkip: false, color: colour('--ink'), callback: at => long(labels[at]) } : { precision: 0 } },
        },
        plugins: {
          legend: { display: series.length > 1, position: 'bottom', labels: { boxWidth: 12, boxHeight: 12, color: colour('--ink') } },
          tooltip: { callbacks: { label: item => `${item.dataset.label}: ${number.format(item.raw)}${unit}` } },
          values: { colour: colour('--ink'), inside: stacked, unit },
        },
      },
    });
  };

  const drawAll = () => figures.forEach(draw);
  drawAll();
  new MutationObserver(drawAll).observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });
  addEventListener('beforeprint', () => { for (const id in Chart.instances) Chart.instances[id].resize(); });
})();
