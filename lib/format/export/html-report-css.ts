/** The style of a report: it is read far from this product, so it brings its own. */
export const HTML_REPORT_CSS = `
:root { color-scheme: light dark; font: 16px/1.55 system-ui, sans-serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 0; }
header p, footer p, .from, .open, dl { font-size: .875rem; color: light-dark(#555, #aaa); margin: .25rem 0; }
article { border-block-start: 1px solid light-dark(#ddd, #444); padding-block: 1rem; break-inside: avoid; }
blockquote { margin: 0 0 .5rem; font-family: Georgia, "Noto Serif", serif; font-size: 1.0625rem; overflow-wrap: anywhere; }
mark { background: light-dark(#fff0b3, #5c4a00); color: inherit; }
.context { color: light-dark(#666, #999); }
dl { display: grid; gap: .125rem; }
dl div { display: grid; grid-template-columns: 7rem 1fr; gap: .75rem; }
dd { margin: 0; color: light-dark(#222, #ddd); overflow-wrap: anywhere; }
a { color: light-dark(#1a56b0, #8ab4f8); overflow-wrap: anywhere; }
@media (max-width: 30rem) { dl div { grid-template-columns: 1fr; gap: 0; } }
@media print { a { color: inherit; } }
`
