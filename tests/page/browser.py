"""Controls a headless Chromium through the Chrome DevTools Protocol, over a pair of pipes. Uses
only Python's standard library."""

import base64
import gzip
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


def find_chromium():
    """The program, or None."""
    names = ["chromium", "chromium-browser", "google-chrome"]
    return next((path for path in map(shutil.which, names) if path), None)


class Browser:
    """A browser with one tab. Records what it requests and what its console says."""

    def __init__(self, program):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_browser, self.output = os.pipe()
        self.input, from_browser = os.pipe()
        # The browser reads from descriptor 3 and writes to descriptor 4.
        shell = f'exec "$@" 3<&{to_browser} 4>&{from_browser}'
        self.process = subprocess.Popen(
            ["sh", "-c", shell, "sh", program, "--headless=new", "--remote-debugging-pipe",
             "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
             # Requests to this machine are refused by the page's policy, if at all.
             "--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests",
             "--disable-background-networking", "--disable-dev-shm-usage",
             "--user-data-dir=" + self.folder.name, "about:blank"],
            pass_fds=[to_browser, from_browser], stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.unread = b""
        self.count = 0
        self.requests = []
        self.workers = []  # their sessions
        self.complaints = []
        targets = self.send("Target.getTargets", session=None)["targetInfos"]
        target = next(each["targetId"] for each in targets if each["type"] == "page")
        self.session = self.send("Target.attachToTarget", {"targetId": target, "flatten": True},
                                 session=None)["sessionId"]
        for domain in ["Page", "Runtime", "Network", "Log", "DOM"]:
            self.send(domain + ".enable")
        self.send("Target.setAutoAttach", {"autoAttach": True, "waitForDebuggerOnStart": False,
                                           "flatten": True})

    def close(self):
        self.post("Browser.close", {}, None)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.input)
        os.close(self.output)
        self.folder.cleanup()

    def send(self, method, parameters=None, session="", timeout=120):
        """Calls a method and waits for its result."""
        number = self.post(method, parameters or {}, self.session if session == "" else session)
        end = time.monotonic() + timeout
        while True:
            answer = self.receive(end)
            if answer.get("id") != number:
                continue
            if "error" in answer:
                raise RuntimeError(method + ": " + answer["error"]["message"])
            return answer["result"]

    def post(self, method, parameters, session):
        """Calls a method; returns the number of the answer."""
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if session is not None:
            message["sessionId"] = session
        octets = json.dumps(message).encode() + b"\0"
        while octets:
            octets = octets[os.write(self.output, octets):]
        return self.count

    def receive(self, end):
        """The next message of the browser. Keeps what tests ask for later."""
        while b"\0" not in self.unread:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.input], [], [], left)[0]:
                raise TimeoutError("the browser does not answer")
            octets = os.read(self.input, 1 << 20)
            if not octets:
                raise RuntimeError("the browser ended")
            self.unread += octets
        octets, self.unread = self.unread.split(b"\0", 1)
        message = json.loads(octets)
        what, facts = message.get("method"), message.get("params", {})
        if what == "Network.requestWillBeSent":
            self.requests.append(facts["request"]["url"])
        elif what == "Target.attachedToTarget":
            self.workers.append(facts["sessionId"])
            self.post("Network.enable", {}, facts["sessionId"])
        elif what == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(facts["exceptionDetails"])[:2000])
        elif what == "Log.entryAdded" and facts["entry"]["level"] in ("error", "warning"):
            self.complaints.append(facts["entry"]["text"])
        elif what == "Runtime.consoleAPICalled":
            self.complaints.append(json.dumps(facts["args"])[:2000])
        return message

    def go(self, url):
        self.send("Page.navigate", {"url": url})
        self.until("document.readyState === 'complete'")

    def run(self, script, session=""):
        """The value of an expression in the page or in a worker; a promise is waited for."""
        result = self.send("Runtime.evaluate", {
            "expression": script, "returnByValue": True, "awaitPromise": True, "userGesture": True,
            "allowUnsafeEvalBlockedByCSP": False}, session)
        if "exceptionDetails" in result:
            raise RuntimeError(script + ": " + json.dumps(result["exceptionDetails"])[:1000])
        return result["result"].get("value")

    def until(self, condition, seconds=30):
        """Waits until an expression is true; returns the seconds that took."""
        start = time.monotonic()
        while not self.run(f"Boolean({condition})"):
            if time.monotonic() - start > seconds:
                raise AssertionError("after " + str(seconds) + " s, this is not so: " + condition)
            time.sleep(0.02)
        return time.monotonic() - start

    def look(self, width, height=900, scheme="light", phone=False):
        """Sets the size of the window, and whether the user prefers dark pages."""
        self.send("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone})
        self.send("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def picture(self, path):
        octets = self.send("Page.captureScreenshot", {"format": "png"})["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(octets))

    def press(self, key, modifiers=0):
        """Presses a key and releases it: "Tab", "Enter", "ArrowDown", "Home", "a"."""
        codes = {"Tab": 9, "Enter": 13, " ": 32, "End": 35, "Home": 36, "ArrowLeft": 37,
                 "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
        event = {"key": key, "code": {" ": "Space"}.get(key, key), "modifiers": modifiers,
                 "windowsVirtualKeyCode": codes.get(key, 0)}
        text = {"Enter": "\r", " ": " "}.get(key, key if len(key) == 1 else "")
        down = {**event, "type": "keyDown" if text else "rawKeyDown"}
        if text:
            down["text"] = text
        self.send("Input.dispatchKeyEvent", down)
        self.send("Input.dispatchKeyEvent", {**event, "type": "keyUp"})

    def type(self, text):
        """Puts text where the focus is, as an input method does."""
        self.send("Input.insertText", {"text": text})

    def choose_file(self, selector, path):
        """Chooses a file in an <input>."""
        root = self.send("DOM.getDocument")["root"]["nodeId"]
        found = self.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        self.send("DOM.setFileInputFiles", {"nodeId": found, "files": [str(path)]})

    def drop(self, path, x, y):
        """Drags a file over the page, and drops it."""
        data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
        for kind in ["dragEnter", "dragOver", "drop"]:
            self.send("Input.dispatchDragEvent", {"type": kind, "x": x, "y": y, "data": data})
