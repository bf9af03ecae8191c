//! `itcharter serve`: a real process, real requests over TCP, real changes of files.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{DAY, Folder, tool};

/// A running preview, ended with the test.
struct Serving {
    child: Child,
    /// Kept, so that the tool can go on writing.
    _output: BufReader<ChildStdout>,
    url: String,
    address: String,
}

impl Serving {
    fn start(folder: &Path, more: &[&str]) -> Self {
        Self::start_with(folder, more, &[])
    }

    fn start_with(folder: &Path, more: &[&str], environment: &[(&str, &str)]) -> Self {
        let mut arguments = vec!["serve", "--as-of", DAY];
        arguments.extend(more);
        let mut command = tool(folder, &arguments);
        command.envs(environment.iter().copied());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        let url = line.trim().to_owned();
        let address = url.trim_start_matches("http://").trim_end_matches('/').to_owned();
        Self { child, _output: output, url, address }
    }

    /// Sends a request as it is and returns the whole answer.
    fn raw(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn ask(&self, method: &str, path: &str, host: &str) -> String {
        self.raw(&format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
    }

    fn get(&self, path: &str) -> String {
        self.ask("GET", path, &self.address)
    }

    fn status(&self, path: &str) -> u16 {
        status(&self.get(path))
    }

    /// Reads until the page holds some words.
    fn until(&self, path: &str, words: &str) -> String {
        let start = Instant::now();
        loop {
            let page = self.get(path);
            if page.contains(words) {
                return page;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "{words:?} never came:\n{page}");
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Asks the tool to end, by a signal, and returns its exit code.
    #[cfg(unix)]
    fn stop(mut self, signal: &str) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", signal, &id]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).unwrap_or_default().parse().unwrap_or_default()
}

fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    let head = answer.split("\r\n\r\n").next()?;
    head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

const ANY: [&str; 2] = ["--port", "0"];

#[cfg(target_os = "linux")]
#[test]
fn the_browser_opens_where_that_is_asked_for_and_only_there() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::small();
    let (opener, told) = (folder.path().join("bin/xdg-open"), folder.path().join("told"));
    folder.write("bin/xdg-open", format!("#!/bin/sh\nprintf '%s' \"$*\" >> '{}'\n", told.display()));
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", opener.parent().unwrap().display(), std::env::var("PATH").unwrap());
    let start = |more: &[&str]| Serving::start_with(folder.path(), more, &[("PATH", &path)]);
    let plain = start(&ANY);
    assert_eq!(plain.status("/"), 200);
    let opening = start(&["--port", "0", "--open"]);
    let begin = Instant::now();
    while fs::read_to_string(&told).unwrap_or_default() != opening.url {
        assert!(begin.elapsed() < Duration::from_secs(20), "{:?}", fs::read_to_string(&told));
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn pages_come_from_memory_and_are_never_kept() {
    let folder = Folder::school();
    let serving = Serving::start(folder.path(), &ANY);
    assert!(serving.url.starts_with("http://127.0.0.1:"), "{}", serving.url);
    let page = serving.get("/roles/it-manager.html");
    assert_eq!(status(&page), 200);
    assert_eq!(header(&page, "Content-Type"), Some("text/html; charset=utf-8"));
    assert_eq!(header(&page, "Cache-Control"), Some("no-store"));
    assert_eq!(header(&page, "Cross-Origin-Resource-Policy"), Some("same-origin"));
    assert!(page.contains("<h1>IT manager</h1>"), "{page}");
    assert!(
        page.contains("<p class=\"itcharter-line good\">Preview for everyone: nothing found</p>"),
        "{page}"
    );
    assert_eq!(page.matches("/.itcharter/preview.js").count(), 1);
    assert_eq!(header(&serving.get("/assets/handbook.css"), "Content-Type"), Some("text/css; charset=utf-8"));
    assert_eq!(header(&serving.get("/calendar.ics"), "Content-Type"), Some("text/calendar; charset=utf-8"));
    for (path, wanted) in [("/", 200), ("/index.html?x", 200), ("/nowhere.html", 404), ("/.itcharter/x", 404)]
    {
        assert_eq!(serving.status(path), wanted, "{path}");
    }
    assert!(!folder.path().join("handbook").exists());
}

#[test]
fn the_policy_of_the_pages_stays_as_it_is_published() {
    let folder = Folder::small();
    let serving = Serving::start(folder.path(), &ANY);
    let policy = "content=\"default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; \
                  connect-src 'self'; base-uri 'none'; form-action 'none'\"";
    assert!(serving.get("/").contains(policy));
    let asset = serving.get("/assets/handbook.js");
    assert_eq!(
        header(&asset, "Content-Security-Policy"),
        Some("default-src 'none'; frame-ancestors 'none'; sandbox")
    );
}

#[test]
fn names_that_another_site_could_take_are_refused() {
    let folder = Folder::small();
    let serving = Serving::start(folder.path(), &ANY);
    for host in ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""] {
        let answer = serving.ask("GET", "/", host);
        assert_eq!(status(&answer), 403, "{host}");
        assert!(!answer.contains("IT manager"), "{answer}");
        assert_eq!(status(&serving.ask("GET", "/.itcharter/news", host)), 403, "{host}");
    }
    assert_eq!(status(&serving.ask("GET", "/", "localhost")), 200);
    assert_eq!(status(&serving.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")), 403);
    let twice = "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
    assert_eq!(status(&serving.raw(twice)), 403);
}

#[test]
fn the_preview_can_only_be_read() {
    let folder = Folder::small();
    let serving = Serving::start(folder.path(), &ANY);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW"] {
        let answer = serving.ask(method, "/", "localhost");
        assert_eq!((status(&answer), header(&answer, "Allow")), (405, Some("GET, HEAD")), "{method}");
    }
    let head = serving.ask("HEAD", "/", "localhost");
    assert_eq!(status(&head), 200);
    assert_eq!(head.split("\r\n\r\n").nth(1), Some(""));
}

#[test]
fn no_path_leads_to_a_file_on_disk() {
    let folder = Folder::small();
    let serving = Serving::start(folder.path(), &ANY);
    for path in [
        "/../charter.yaml",
        "/%2e%2e/charter.yaml",
        "/..%2fcharter.yaml",
        "/roles/..%5c..%5ccharter.yaml",
        "/charter.yaml",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/etc/passwd%00.html",
        "/.itcharter/../charter.yaml",
    ] {
        assert_eq!(serving.status(path), 404, "{path}");
    }
    for path in ["/%", "/%zz", "/%ff"] {
        assert_eq!(serving.status(path), 400, "{path}");
    }
}

/// Waits for the next event of a stream and returns what it says.
fn event(stream: &mut BufReader<TcpStream>) -> String {
    loop {
        let mut line = String::new();
        assert!(stream.read_line(&mut line).unwrap() > 0, "the stream has ended");
        if let Some(data) = line.strip_prefix("data: ") {
            return data.trim().to_owned();
        }
    }
}

#[test]
fn a_change_is_told_and_shown() {
    let folder = Folder::school();
    let serving = Serving::start(folder.path(), &ANY);
    let mut stream = TcpStream::connect(&serving.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream.write_all(b"GET /.itcharter/news HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut stream = BufReader::new(stream);
    let first = event(&mut stream);
    assert!(serving.get("/").contains(&format!("data-version=\"{first}\"")));
    folder.append("pages/exam-weeks.md", "\nA sentence of today.\n");
    let second = event(&mut stream);
    assert_ne!(first, second);
    let page = serving.get("/pages/exam-weeks.html");
    assert!(page.contains("A sentence of today.") && page.contains(&second), "{page}");
}

#[test]
fn an_unreadable_charter_keeps_the_last_good_pages_and_says_what_is_wrong() {
    let folder = Folder::small();
    let serving = Serving::start(folder.path(), &ANY);
    let good = folder.read("charter.yaml");
    folder.replace("charter.yaml", "name: IT team charter", "nme: <b>Other</b>");
    let page = serving.until("/", "these are the last good pages");
    assert!(page.contains("IT team charter of Our school"), "{page}");
    let finding = "<li><p><strong>error</strong> `nme` is not a field of `charter.yaml` <code>key-unknown</code></p>\n\
                   <p><code>charter.yaml:2:1</code></p>\n<p>did you mean `name`?</p>\n</li>";
    assert!(page.contains(finding), "{page}");
    folder.write("charter.yaml", good.replace("IT team charter", "IT charter"));
    let page = serving.until("/", "IT charter of Our school");
    assert!(!page.contains("last good"), "{page}");
    fs::remove_file(folder.path().join("charter.yaml")).unwrap();
    let page = serving.until("/", "class=\"itcharter-line stale\"");
    assert!(page.contains("IT charter of Our school"), "{page}");
}

#[test]
fn a_template_that_cannot_be_filled_in_is_said() {
    let folder = Folder::small();
    let serving = Serving::start(folder.path(), &ANY);
    folder.write("templates/role.html.jinja", "{{ nope }}");
    let page = serving.until("/", "The pages cannot be made; these are the last good ones");
    assert!(page.contains("template `role.html.jinja`, line 1: undefined value"), "{page}");
    assert!(page.contains("IT team charter of Our school"), "{page}");
}

#[test]
fn a_charter_that_was_never_good_has_a_page_that_says_so() {
    let folder = Folder::small();
    folder.replace("charter.yaml", "name: IT team charter", "name: [");
    let serving = Serving::start(folder.path(), &ANY);
    let page = serving.get("/any/where.html");
    assert_eq!(status(&page), 503);
    assert!(page.contains("<h1>No pages yet</h1>") && page.contains("charter.yaml:"), "{page}");
    folder.write("charter.yaml", Folder::small().read("charter.yaml"));
    serving.until("/", "IT team charter of Our school");
}

#[test]
fn the_audience_is_kept() {
    let folder = Folder::small();
    folder.write("pages/zqplan.md", "---\nread_by: managers\n---\n# Zqplan\n\nZqtext.\n");
    let everyone = Serving::start(folder.path(), &ANY);
    assert_eq!(everyone.status("/pages/zqplan.html"), 404);
    let managers = Serving::start(folder.path(), &["--port", "0", "--audience", "managers"]);
    assert!(managers.get("/pages/zqplan.html").contains("Zqtext."));
}

#[test]
fn changes_are_seen_where_the_system_does_not_tell_of_them() {
    let folder = Folder::small();
    let serving = Serving::start(folder.path(), &["--port", "0", "--poll"]);
    folder.write("pages/new.md", "# New\n\nWritten now.\n");
    serving.until("/pages/new.html", "Written now.");
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_cleanly() {
    let folder = Folder::small();
    for signal in ["INT", "TERM"] {
        let serving = Serving::start(folder.path(), &ANY);
        assert_eq!(serving.status("/"), 200);
        assert_eq!(serving.stop(signal), Some(0), "{signal}");
    }
}

#[test]
fn a_port_that_is_taken_is_said_and_a_folder_without_a_charter_too() {
    let folder = Folder::small();
    let serving = Serving::start(folder.path(), &ANY);
    let port = serving.address.rsplit(':').next().unwrap();
    let output = folder.run(&["serve", "--port", port]);
    let wanted =
        format!("error: port {port} is taken; name another with `--port`, or any free one with `--port 0`\n");
    assert_eq!((output.code, output.stderr), (2, wanted));
    let output = Folder::new().run(&["serve", "--port", "0"]);
    assert_eq!(output.code, 2);
    assert_eq!(output.stdout, "");
}

#[test]
fn listening_for_others_is_said() {
    let folder = Folder::small();
    let mut command = tool(folder.path(), &["serve", "--port", "0", "--host", "0.0.0.0"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let said = lines.by_ref().take(2).map(Result::unwrap).find(|line| line.starts_with("note: everyone"));
    drop(child.kill());
    drop(child.wait());
    assert_eq!(
        said.as_deref(),
        Some(
            "note: everyone who reaches this machine at any of its addresses can read the handbook and its findings"
        )
    );
}
