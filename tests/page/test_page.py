#!/usr/bin/env python3
"""Tests the page that tools/page/build.py makes, in a headless Chromium.

    tests/page/test_page.py PAGE [--pictures FOLDER] [NAME ...]

PAGE is the built file. NAMEs choose tests; without one, all are run. Ends with status 77 if there
is no Chromium. With --pictures, also takes pictures of the page for people to look at: wide and
narrow, light and dark.
"""

import argparse
import contextlib
import http.server
import pathlib
import random
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True  # no files in the source tree

import browser

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
TABS = ["text", "route", "auth", "problems", "parts", "fields", "source"]

# A message that does all it can to become active, to hide and to deceive.
HOSTILE = (
    "From: \"<img src=x onerror=alert(1)>\" <a@example.org>\r\n"
    "To: <script>alert(2)</script>, b\u202e@example.com\r\n"
    "Subject: </h1><script>document.title='owned'</script>\x1b[31m\u202efdp.exe\r\n"
    "Date: Fri, 19 Dec 2014 06:46:55 +0300\r\n"
    "Authentication-Results: \"<b>mx</b>\"; spf=pass reason=\"<i>x</i>\"\r\n"
    " smtp.mailfrom=a@example.org\r\n"
    "Received: from <svg/onload=alert(3)> by x (<iframe src=//example.net>);\r\n"
    " 19 Dec 2014 03:46 +0000\r\n"
    "X-<img src=x onerror=alert(4)>: javascript:alert(5)\r\n"
    "X-Huge: " + "&lt;" * 60000 + "\r\n"
    "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    "--b\r\nContent-Type: text/html\r\n\r\n"
    "<p>Hello&lt;script&gt;alert(6)&lt;/script&gt;<img src='https://example.net/x.png'>"
    "<a href='javascript:alert(7)'>link</a>"
    "<form action='https://example.net'><input></form>\x00\r\n"
    "--b\r\nContent-Type: text/plain; name=\"<img src=x onerror=alert(8)>\"\r\n"
    "Content-Disposition: attachment; filename=\"../<img src=x onerror=alert(8)>\"\r\n\r\n"
    "\x07x\r\n--b--\r\n")

# Replace WORD with a long one.
WIDE = (
    "Received: from WORD by WORD; WORD\nFrom: WORD <WORD>\nTo: WORD@example.org\nSubject: wide\n"
    "Authentication-Results: WORD; spf=pass reason=WORD smtp.mailfrom=WORD\n"
    "DKIM-Signature: d=WORD; h=WORD\nWORD: WORD\nContent-Type: text/WORD; name=WORD\n\nWORD\n")


class Failure(Exception):
    pass


def check(is_so, what):
    if not is_so:
        raise Failure(what)


def check_same(got, wanted, what):
    check(got == wanted, f"{what}: {got!r} instead of {wanted!r}")


@contextlib.contextmanager
def server():
    """A web server on this machine: its address, and the paths that were asked for."""
    paths = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            paths.append(self.path)
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        threading.Thread(target=listener.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{listener.server_port}", paths
        finally:
            listener.shutdown()


class Tests:
    def __init__(self, chromium, page, folder):
        self.b = chromium
        self.url = page.resolve().as_uri()
        self.folder = pathlib.Path(folder)

    # What tests do often

    def start(self):
        self.b.look(1280)
        self.b.go(self.url)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def text_of(self, selector):
        return self.b.run(f"document.querySelector({selector!r}).textContent")

    def count(self, selector):
        return self.b.run(f"document.querySelectorAll({selector!r}).length")

    def focus(self):
        return self.b.run("document.activeElement.id || document.activeElement.tagName")

    def open(self, path, subject):
        self.b.choose_file("#file", path)
        return self.until_subject(subject)

    def until_subject(self, subject):
        return self.b.until("!document.getElementById('message').hidden && "
                            f"document.getElementById('subject').textContent === {subject!r}")

    def tab(self, name):
        self.b.run(f"document.getElementById('tab-{name}').click()")
        self.b.until(f"document.querySelector('#panel-{name}').textContent !== ''")

    def until_panel(self, name, text):
        self.b.until(f"document.querySelector('#panel-{name}').textContent.includes({text!r})")

    # The tests. Each begins with a page that was just opened.

    def test_demo_mailbox(self):
        """All views of a message of a mailbox."""
        self.b.run("document.getElementById('demo').click()")
        self.b.until("document.querySelectorAll('#list li').length === 12")
        self.b.until("document.activeElement.id === 'message-0'")
        check_same(self.text_of("#list-title"), "12 messages", "title of the list")
        self.b.run("document.getElementById('message-6').click()")
        self.until_subject("^[[31mLAST WARNING^[[0m unpaid lamp oil, see invoice U+202Efdp.exe")
        self.tab("route")
        check_same(self.count(".route li"), 2, "hops")
        self.until_panel("route", "17 s from the first to the last server, 2 hops")
        self.tab("problems")
        self.until_panel("problems", "another field with a name that may occur only once")
        self.tab("auth")
        self.until_panel("auth", "There is no verdict until you trust a server.")
        self.b.run("document.querySelector('.trust input').click()")
        self.until_panel("auth", "Not aligned: the message has several From fields")
        self.tab("parts")
        check_same(self.text_of("#panel-parts li .path"), "1", "number of the part")
        self.tab("fields")
        check_same(self.count("#panel-fields dt"), 18, "fields")

    def test_alignment(self):
        """With a list of public suffixes, organizational domains align; without, identical ones."""
        has_list = self.text_of("#public-suffixes") != ""
        self.open(self.file("aligned.eml", "Authentication-Results: mx.example.org; spf=pass\n"
                            " smtp.mailfrom=bounce@mail.sample.co.uk\nFrom: a@sample.co.uk\n"
                            "Subject: aligned\n\nhello\n"), "aligned")
        self.tab("auth")
        self.b.until("document.querySelector('.trust input')")
        self.b.run("document.querySelector('.trust input').click()")
        aligned = "Aligned with sample.co.uk, as mx.example.org recorded: spf=pass for mail.sample"
        self.until_panel("auth", aligned if has_list else "Not aligned")
        check_same(self.count(".callout.good"), 1 if has_list else 0, "good news")

    def test_ranges_are_marked(self):
        """A problem leads to its octets in the source."""
        self.open(DATA / "bare-cr.eml", "one^MX-Hidden: two^M still the subject")
        self.tab("problems")
        self.b.until("document.querySelectorAll('#panel-problems .problems > li').length > 0")
        self.b.run("document.querySelector('#panel-problems .problems > li > p:last-child button')"
                   ".click()")
        self.b.until("document.activeElement.classList.contains('chosen')")
        check_same(self.b.run("document.activeElement.textContent"), "^M", "the marked octet")
        line = "document.activeElement.closest('li')"
        at = self.b.run(f"Number({line}.querySelector('.offset').textContent)")
        octets = (DATA / "bare-cr.eml").read_bytes()
        before = self.b.run(f"{line}.querySelector('code').textContent.split('^M')[0]").encode()
        check(octets[at:].startswith(before + b"\r"), "the mark is at the CR")

    def test_large_file(self):
        """25 MB: a mailbox of many messages, and one message with an attachment."""
        demo = (DATA / "demo.mbox").read_bytes()
        mailbox = self.file("large.mbox", demo * (25_000_000 // len(demo) + 1))
        self.b.run("window.gaps = []; window.last = performance.now(); setInterval(() => {"
                   " const now = performance.now(); gaps.push(now - last); last = now; }, 10)")
        start = time.monotonic()
        self.open(mailbox, "I still have the keys to the light")
        print(f"    {mailbox.stat().st_size:,} octets, many messages: "
              f"{time.monotonic() - start:.1f} s until the first is shown")
        check_same(self.text_of("#list-title"), "12,024 messages", "title of the list")
        self.b.run("document.getElementById('more-messages').click()")
        self.b.until("document.querySelectorAll('#list li').length === 400")
        random.seed(1)
        content = random.randbytes(18_300_000)
        one = self.file("large.eml", b"From: a@example.org\nSubject: one\nMIME-Version: 1.0\n"
                        b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\n"
                        b"Content-Type: application/pdf; name=a.pdf\n"
                        b"Content-Transfer-Encoding: base64\n\n"
                        + browser.base64.encodebytes(content) + b"--b--\n")
        start = time.monotonic()
        self.open(one, "one")
        self.until_panel("text", "hello")
        print(f"    {one.stat().st_size:,} octets, one message: {time.monotonic() - start:.1f} s "
              "until its text is shown")
        self.until_panel("text", "a.pdf application/pdf, 17 MiB")
        self.tab("source")
        self.until_panel("source", "Show later octets")
        longest = self.b.run("Math.max(...gaps)")
        print(f"    the page did not react for at most {longest:.0f} ms")
        check(longest < 1000, "the page reacts while it reads")

    def test_huge_header(self):
        """200,000 fields, each with a control character: some are shown, the rest is counted."""
        fields = "".join(f"X-{n}: \x01\n" for n in range(200_000))
        self.open(self.file("huge.eml", "Subject: huge\n" + fields + "\nhello\n"), "huge")
        self.tab("fields")
        self.until_panel("fields", "198,001 more fields not shown here")
        self.tab("problems")
        self.until_panel("problems", "200,00")
        check(self.count("*") < 20000, "the page stays small")

    def test_long_text(self):
        lines = "0123456789abcde\n" * 100_000
        self.open(self.file("long.eml", "Subject: long\n\n" + lines), "long")
        self.until_panel("text", "Show more of the text")
        check_same(len(self.text_of(".text")), 100_000, "characters at first")
        self.b.run("document.querySelector('.text + .more').click()")
        self.b.until("document.querySelector('.text').textContent.length === 200000")

    def test_binary_text(self):
        """Of text that is full of control characters, so much is shown as can be laid out soon."""
        self.open(self.file("binary.eml", "X: " + "\x01" * 900 + "\nSubject: binary\n\n"
                            + "\x02\x03" * 40_000), "binary")
        self.until_panel("text", "Show more of the text (78,001 characters left)")
        check_same(self.count(".text .unseen"), 2000, "marks at first")
        self.b.run("document.querySelector('.text + .more').click()")
        self.b.until("document.querySelectorAll('.text .unseen').length === 4000")
        self.tab("fields")
        self.until_panel("fields", "all 900 characters")
        check_same(self.count("#panel-fields .unseen"), 50, "marks of a field")

    def test_drag_and_drop(self):
        self.b.drop(DATA / "single.eml", 600, 400)
        self.until_subject("One message in a file of its own")
        check_same(self.b.run("document.getElementById('veil').classList.contains('shown')"), False,
                   "the veil is gone")
        self.b.drop(DATA / "demo.mbox", 600, 400)
        self.b.until("document.querySelectorAll('#list li').length === 12")

    def test_paste(self):
        """Text that is pasted beside the text field is read at once."""
        self.b.run("""(() => {
            const data = new DataTransfer();
            data.setData('text/plain', 'Subject: pasted\\n\\nHello');
            document.body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data,
                bubbles: true, cancelable: true}));
        })()""")
        self.until_subject("pasted")

    def test_keyboard_only(self):
        """Everything can be reached and used without a mouse."""
        self.b.press("Tab")
        check_same(self.focus(), "paste", "first")
        self.b.type("From: a@example.org\nSubject: typed\n\nHello")
        self.b.press("Tab")
        check_same(self.focus(), "read", "second")
        self.b.press("Enter")
        self.until_subject("typed")
        check_same(self.focus(), "subject", "after reading")
        self.b.press("Tab")
        check_same(self.focus(), "tab-text", "the tabs")
        for name in TABS[1:]:
            self.b.press("ArrowRight")
            check_same(self.focus(), "tab-" + name, "the next tab")
        self.b.press("Home")
        check_same(self.focus(), "tab-text", "the first tab")
        self.b.press("Tab")
        check_same(self.focus(), "panel-text", "the view")
        self.b.press("Tab", modifiers=8)
        self.b.press("Tab", modifiers=8)
        check_same(self.focus(), "restart", "the way back")
        self.b.press("Enter")
        check_same(self.focus(), "paste", "the start again")
        for _ in range(3):
            self.b.press("Tab")
        check_same(self.focus(), "demo", "the demo")
        self.b.press("Enter")
        self.b.until("document.activeElement.id === 'message-0'")
        self.b.press("ArrowDown")
        self.b.press("ArrowDown")
        check_same(self.focus(), "message-2", "the third message")
        self.b.press("Enter")
        self.until_subject("[skerry] Newsletter 7: the lens comes down — sixteen panels, 121 steps")
        check(self.b.run("getComputedStyle(document.activeElement).outlineStyle") != "none"
              or self.focus() == "subject", "the focus is visible")

    def test_names_for_assistive_technology(self):
        """Each control has a name, and each of its states is known."""
        self.b.run("document.getElementById('demo').click()")
        self.b.until("document.activeElement.id === 'message-0'")
        self.b.send("Accessibility.enable")
        for name in TABS:
            self.tab(name)
            tree = self.b.send("Accessibility.getFullAXTree")["nodes"]
            for each in tree:
                role = each.get("role", {}).get("value")
                if each.get("ignored") or role not in ("button", "tab", "checkbox", "textbox"):
                    continue
                name_of_it = each.get("name", {}).get("value", "").strip()
                check(name_of_it, f"{name}: a {role} has no name")
            chosen = [each for each in tree if each.get("role", {}).get("value") == "tab"
                      and any(p["name"] == "selected" and p["value"]["value"]
                              for p in each["properties"])]
            check_same(len(chosen), 1, "chosen tabs")

    def test_hostile_message(self):
        """No markup of a message becomes an element, and no character hides another."""
        self.b.run("window.alert = what => { window.alarm = what; }")
        tags = "script, img, iframe, svg, a, form, object, embed, link, meta, style, base"
        before = self.count(tags)
        name = "<img src=x onerror=alert(9)>\u202e"
        self.b.choose_file("#file", self.file(name + ".xz", b"BZh91AY&SY"))
        self.b.until("document.getElementById('status-text').textContent.includes('bzip2')")
        deceives = "/[\\u202A-\\u202E\\u2066-\\u2069\\u0000-\\u0008\\u001B]/"
        check_same(self.b.run(deceives + ".test(document.body.innerText)"), False, "name of a file")
        self.b.choose_file("#file", self.file(name + ".eml", HOSTILE))
        self.b.until("!document.getElementById('message').hidden")
        for name in TABS:
            self.tab(name)
            time.sleep(0.2)
            check_same(self.count(tags), before,
                       name + ": elements")
            raw = self.b.run(deceives + ".test(document.body.innerText)")
            check_same(raw, False, name + ": characters that deceive")
            check_same(self.b.run("[...document.querySelectorAll('main *')].some(e => "
                                  "[...e.attributes].some(a => a.name.startsWith('on')))"), False,
                       name + ": event handlers")
        check_same(self.b.run("window.alarm"), None, "alarm")
        check_same(self.b.run("document.title"), "foldwise: read a message", "title")
        check("<script>" in self.text_of("#subject"), "the markup is shown as text")
        check("U+202E" in self.text_of("#subject"), "the override is shown")
        check_same(self.b.run("document.documentElement.scrollWidth <= innerWidth"), True, "width")

    def test_policy(self):
        """The browser refuses every request, and markup and code that are made of text."""
        with server() as (address, paths):
            request = ("(async () => { try { await fetch('%s/%s'); return 'sent'; }"
                       " catch { return 'refused'; } })()")
            self.b.go(self.file("free.html", "<!DOCTYPE html>").as_uri())
            check_same(self.b.run(request % (address, "free")), "sent", "without the policy")
            self.b.go(self.url)
            self.b.run("document.getElementById('demo').click()")
            self.b.until("document.querySelectorAll('#list li').length === 12")
            check_same(self.b.run(request % (address, "page")), "refused", "a request of the page")
            check_same(self.b.run(request % (address, "worker"), self.b.workers[-1]), "refused",
                       "a request of the worker")
            self.b.run("new Promise(done => { const image = new Image(); image.onload = done;"
                       f" image.onerror = done; image.src = '{address}/image'; }}).then(() => 0)")
            check_same(paths, ["/free"], "requests that arrived")
        refused = "(() => { try { %s; return false; } catch { return true; } })()"
        check(self.b.run(refused % "document.body.innerHTML = '<p>'"), "markup is refused")
        check(self.b.run(refused % "new Function('return 1')()"), "code is refused")
        self.b.complaints.clear()  # the browser reported what it refused
        self.b.requests.clear()

    def test_phone(self):
        """On a phone's width: nothing is wider than the window, and controls are large enough."""
        self.b.look(360, 740, phone=True)
        self.b.go(self.url)
        fits = "document.documentElement.scrollWidth <= 360"
        check(self.b.run(fits), "the start fits")
        self.b.run("document.getElementById('demo').click()")
        self.b.until("document.activeElement.id === 'message-0'")
        check(self.b.run(fits), "the list fits")
        check_same(self.b.run("document.getElementById('message').offsetParent"), None,
                   "the message is not beside the list")
        for number in range(12):
            self.b.run(f"document.getElementById('message-{number}').click()")
            self.b.until(f"document.getElementById('message-{number}').ariaCurrent === 'true' && "
                         "document.body.dataset.pane === 'message'")
            for name in TABS:
                self.tab(name)
                check(self.b.run(fits), f"message {number}, {name} fits")
        self.open(self.file("wide.eml", WIDE.replace("WORD", "long" * 500)), "wide")
        for name in TABS:
            self.tab(name)
            time.sleep(0.1)
            check(self.b.run(fits), f"long words, {name} fits")
        self.b.run("document.getElementById('restart').click()")
        self.b.run("document.getElementById('demo').click()")
        self.b.until("document.activeElement.id === 'message-0'")
        self.b.run("document.getElementById('message-11').click()")
        self.b.until("document.body.dataset.pane === 'message'")
        small = self.b.run("[...document.querySelectorAll('button:not(.link)')].filter(e => "
                           "e.offsetParent && e.offsetHeight < 40).map(e => e.textContent)")
        check_same(small, [], "buttons that are too low")
        self.b.run("document.getElementById('back').click()")
        check_same(self.focus(), "message-11", "back in the list")

    def test_files_that_are_not_mail(self):
        self.b.choose_file("#file", self.file("a.xz", b"\xfd7zXZ\0\0\0"))
        self.b.until("document.getElementById('status-text').textContent.startsWith("
                     "'a.xz cannot be read: it is compressed with xz; unpack it first: xz -dc')")
        self.b.choose_file("#file", self.file("empty.eml", b""))
        self.b.until("document.getElementById('status-text').textContent.includes('it is empty')")
        self.open(self.file("words.txt", "\nno mail\n"), "(no subject)")
        self.b.until("document.getElementById('status-text').textContent"
                     ".includes('no header field')")
        self.b.run("document.getElementById('dismiss').click()")
        check_same(self.text_of("#status-text"), "", "the note is gone")

    def test_gzip(self):
        octets = browser.gzip.compress((DATA / "demo.mbox").read_bytes())
        self.b.choose_file("#file", self.file("demo.mbox.gz", octets))
        self.b.until("document.querySelectorAll('#list li').length === 12")

    def test_newer_file_wins(self):
        """A file that is opened while another is read takes its place."""
        demo = (DATA / "demo.mbox").read_bytes()
        self.b.choose_file("#file", self.file("slow.mbox", demo * 400))
        self.b.choose_file("#file", DATA / "single.eml")
        self.until_subject("One message in a file of its own")
        time.sleep(1)
        check_same(self.b.run("document.getElementById('list-pane').hidden"), True, "no list")


def take_pictures(tests, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in ["light", "dark"]:
        for width, height in [(1280, 900), (390, 844)]:
            tests.b.look(width, height, scheme, phone=width < 500)
            tests.b.go(tests.url)
            tests.b.picture(folder / f"{scheme}-{width}-start.png")
            tests.b.run("document.getElementById('demo').click()")
            tests.b.until("document.activeElement.id === 'message-0'")
            tests.b.picture(folder / f"{scheme}-{width}-list.png")
            tests.b.run("document.getElementById('message-6').click()")
            for name in TABS:
                tests.tab(name)
                time.sleep(0.3)
                tests.b.picture(folder / f"{scheme}-{width}-{name}.png")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("page", type=pathlib.Path)
    arguments.add_argument("names", nargs="*")
    arguments.add_argument("--pictures", type=pathlib.Path)
    chosen = arguments.parse_args()
    program = browser.find_chromium()
    if program is None:
        print("There is no Chromium here, so the page is not tested.")
        return 77
    if not chosen.page.exists():
        print(f"{chosen.page} is not there: tools/page/build.py makes it.")
        return 77
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        chromium = browser.Browser(program)
        tests = Tests(chromium, chosen.page, folder)
        try:
            for name in [each for each in dir(tests) if each.startswith("test_")]:
                if chosen.names and name.removeprefix("test_") not in chosen.names:
                    continue
                start = time.monotonic()
                try:
                    chromium.requests.clear()
                    chromium.complaints.clear()
                    tests.start()
                    getattr(tests, name)()
                    chromium.run("1") # so that all is received
                    check_same(chromium.complaints, [], "complaints of the browser")
                    others = [each for each in chromium.requests
                              if not each.startswith(("file:", "blob:", "data:"))]
                    check_same(others, [], "requests")
                    print(f"{name}: passed, {time.monotonic() - start:.1f} s")
                except (Failure, AssertionError, RuntimeError) as failure:
                    print(f"{name}: FAILED: {failure}")
                    failures += 1
            if chosen.pictures:
                take_pictures(tests, chosen.pictures)
        finally:
            chromium.close()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
