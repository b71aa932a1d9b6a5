/* The head of an HTML page: everything that it needs stands in it. No script, and nothing that would have to be fetched. */
#include "base/messages.h"
#include "report/form.h"

#include <string.h>

/* A rule a line. */
static const char *const style_sheet[] = {
    ":root{color-scheme:light "
    "dark;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--card:#f6f8fa;--line:#d0d7de;--against:#a40e26;--open:#7a4b00;--clear:#116329;--link:#"
    "0550ae}\n",
    "@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9ea7b3;--paper:#0d1117;--card:#161b22;--line:#3d444d;--against:#ff8f8a;-"
    "-open:#e3b341;--clear:#6fdd8b;--link:#79b8ff}}\n",
    "*{box-sizing:border-box}\n",
    "html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}\n",
    "body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:56rem;background:var(--paper);color:var(--ink);font:1rem/1.5 "
    "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;overflow-wrap:anywhere}:lang(ko){word-break:keep-all}\n",
    "h1{font-size:1.7rem;line-height:1.25;margin:0 0 1rem}\n",
    "h2{font-size:1.25rem;line-height:1.3;margin:2.2rem 0 .8rem;padding-bottom:.3rem;border-bottom:2px solid var(--line)}\n",
    "h3{font-size:1rem;line-height:1.4;font-weight:400;margin:0 0 .5rem}\n",
    "p{margin:.35rem 0}\n",
    "a{color:var(--link)}\n",
    "code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace;font-size:.875em}\n",
    ".faint{color:var(--soft)}.against{color:var(--against)}.open{color:var(--open)}.clear{color:var(--clear)}\n",
    ".skip{position:absolute;left:-100vw}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.3rem .6rem;z-index:1}\n",
    "nav{margin:1rem 0}nav details{border:1px solid var(--line);border-radius:.5rem;margin:0;padding:.5rem 1rem}nav ol{margin:.4rem "
    "0;padding-left:1.6rem}nav li{margin:0}nav a{display:block;padding:.3rem 0}\n",
    "article{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.8rem 1rem;margin:.8rem 0}\n",
    "ul{list-style:none;margin:.35rem 0;padding:0}\n",
    "ul ul{padding-left:1.25rem;margin:.1rem 0 .3rem}section>ul>li>ul{padding-left:2.1rem}\n",
    "li{margin:.2rem 0}\n",
    ".row{display:flex;gap:.1rem .5rem;flex-wrap:wrap}.label{flex:none;width:100%;font-weight:600}.value{flex:1;min-width:0}\n",
    ".row:has(.short){flex-wrap:nowrap}.short{width:auto;min-width:1.6rem;white-space:nowrap}\n",
    "header .row{flex-wrap:nowrap}header .label{width:5rem;font-weight:400;color:var(--soft)}\n",
    "@media(min-width:40rem){section .label:not(.short){width:16rem}section .row{flex-wrap:nowrap}}\n",
    "table{width:100%;border-collapse:collapse;margin:.8rem 0;overflow-wrap:normal}th,td{text-align:left;vertical-align:top;padding:.4rem "
    ".7rem .4rem 0;border-bottom:1px solid var(--line);font-weight:400}\n",
    "thead th{color:var(--soft);font-size:.875rem}tbody th{white-space:nowrap}td code{overflow-wrap:anywhere}\n",
    ".cleared{background:none;padding:.5rem 1rem;margin:.4rem 0}.cleared details{border:0;margin:0;padding:0}.cleared h3{display:inline}\n",
    ".cleared summary{color:var(--ink)}footer{margin-top:2.5rem;padding-top:.8rem;border-top:2px solid var(--line);color:var(--soft)}\n",
    "details{margin:.5rem 0;border-top:1px solid var(--line);padding-top:.4rem}\n",
    "summary{cursor:pointer;color:var(--link)}\n",
    "summary:focus-visible,a:focus-visible{outline:2px solid var(--link);outline-offset:2px}\n",
    "figure{margin:0}svg{display:block;width:100%;max-width:32rem;height:auto;margin:.5rem "
    "0}figcaption{color:var(--soft);font-size:.875rem}\n",
    "svg text{fill:var(--ink);font-size:14px}svg .lane{font-weight:600}svg .effect{fill:var(--soft);font-size:12px}svg "
    ".name{fill:var(--soft);font:11px ui-monospace,Menlo,Consolas,'Liberation "
    "Mono',monospace}.middle{text-anchor:middle}.link{stroke:var(--line);stroke-width:2;fill:none}.dot{fill:var(--ink)}.node{fill:var(--"
    "paper);stroke:var(--ink);stroke-width:1.5}.displaced{stroke-dasharray:3 3}\n",
    "@media screen and (min-width:80rem){body:has(nav){display:grid;grid-template-columns:15rem "
    "minmax(0,54rem);column-gap:2.5rem;max-width:none;justify-content:center}\n",
    "body:has(nav)>*{grid-column:2}body>nav{grid-column:1;grid-row:1/span "
    "9;position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;margin:0}\n",
    "nav details{border:0;padding:0}nav details::details-content{content-visibility:visible;block-size:auto}nav "
    "summary{list-style:none;color:var(--soft);pointer-events:none}nav ol{list-style:none;padding:0}nav a{text-decoration:none}}\n",
    "@media "
    "print{:root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--card:#fff;--line:#999;--against:#7d0a1c;--open:#5c3800;--clear:#"
    "0b4a1e;--link:#000}\n",
    "nav,.skip{display:none}body{font-size:9.5pt;max-width:none;padding:0}h1{font-size:16pt}h2{font-size:12.5pt}h3{font-size:9.5pt}\n",
    ".cleared{border:0;padding:0}article{padding:2mm "
    "3mm}h1,h2,h3,summary{break-after:avoid}li>.row,h3,p,figure,tr{break-inside:avoid}p{orphans:2;widows:2}\n",
    "article:not(.cleared)>details::details-content{content-visibility:visible;block-size:auto}summary{list-style:none;color:#000}\n",
    "a{text-decoration:none}}\n",
};

/* Each character but the plainest as its number: nothing in it can end the string, the style sheet, or the element. */
static void put_css_string(struct buffer *out, struct text text)
{
    static const char hex[] = "0123456789abcdef";
    buffer_char(out, '"');
    for (size_t at = 0; at < text.length;) {
        uint32_t c = text_next(text, &at);
        if (c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
            c = 0xfffd;
        if (c < 0x80 && (text_is_letter((char)c) || text_is_digit((char)c) || c == ' ')) {
            buffer_char(out, (char)c);
            continue;
        }
        buffer_char(out, '\\');
        for (int shift = 20; shift >= 0; shift -= 4)
            buffer_char(out, hex[(c >> shift) & 0xf]);
        buffer_char(out, ' ');
    }
    buffer_char(out, '"');
}

static void put_print_margins(struct buffer *out, const struct page_head *page)
{
    buffer_string(out, "@page{size:A4;margin:20mm 17mm 18mm;@top-left{font:8pt sans-serif;color:#444;content:");
    put_css_string(out, page->running);
    buffer_string(out, "}@bottom-right{font:8pt sans-serif;color:#444;content:");
    size_t start = 0;
    for (size_t at = 0; at < page->page_words.length;) {
        unsigned place = message_place(page->page_words, at);
        if (place == 0) {
            at++;
            continue;
        }
        put_css_string(out, (struct text){page->page_words.data + start, at - start});
        buffer_string(out, place == 1 ? " counter(page) " : " counter(pages) ");
        at += 3;
        start = at;
    }
    put_css_string(out, (struct text){page->page_words.data + start, page->page_words.length - start});
    buffer_string(out, "}}\n");
}

void html_open_page(struct writer *writer, const struct page_head *page)
{
    struct buffer *out = &writer->out;
    buffer_string(out, "<!DOCTYPE html>\n<html lang=\"");
    html_escape(out, text_of(page->language));
    buffer_string(
        out, "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    html_escape(out, page->title);
    buffer_string(out, "</title>\n<style>\n");
    for (size_t i = 0; i < sizeof style_sheet / sizeof *style_sheet; i++)
        buffer_string(out, style_sheet[i]);
    put_print_margins(out, page);
    if (page->full)
        buffer_string(out, "@media print{.cleared>details::details-content{content-visibility:visible;block-size:auto}}\n");
    buffer_string(out, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#report\">");
    html_escape(out, page->skip);
    buffer_string(out, "</a>\n");
    if (page->contents.length == 0)
        return;
    buffer_string(&writer->contents, "<nav>\n<details>\n<summary>");
    html_escape(&writer->contents, page->contents);
    buffer_string(&writer->contents, "</summary>\n<ol>\n");
    writer->contents_at = out->length;
}
