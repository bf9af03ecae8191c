//! Answers requests from what is in memory, each on a connection of its own. The only user of the HTTP parser.

use std::borrow::Cow;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use itcharter::render::media_type;

use crate::cli::serve::address::answers_to;
use crate::cli::serve::panel;
use crate::cli::serve::shown::{News, Shown};

/// How many connections can be open at the same time.
const CONNECTIONS: usize = 128;
/// How large the head of a request can be, in bytes.
const HEAD: usize = 16 * 1024;
/// How many fields the head of a request can have.
const FIELDS: usize = 64;
/// How long a request may take to come, and an answer to be taken.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait for a reader to hang up.
const GOODBYE: Duration = Duration::from_millis(500);
/// How long nothing is said to a page that waits.
const SILENCE: Duration = Duration::from_secs(10);
/// Nothing of ours runs or is framed anywhere but in a page of ours.
const FRAMES: &str = "frame-ancestors 'none'";
const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";
/// What waits for news may ask for them, and for nothing else.
const NEWS_ONLY: &str = "default-src 'none'; connect-src 'self'";

/// Our own files, beside those of the handbook.
const OURS: [(&str, &str, &str, &str); 3] = [
    ("preview.css", "text/css; charset=utf-8", NOTHING, include_str!("assets/preview.css")),
    ("preview.js", "text/javascript; charset=utf-8", NOTHING, include_str!("assets/preview.js")),
    ("news.js", "text/javascript; charset=utf-8", NEWS_ONLY, include_str!("assets/news.js")),
];

/// What all threads share.
struct Desk {
    shown: Arc<Shown>,
    host: String,
    open: AtomicUsize,
}

/// What a request asks for.
struct Request {
    method: String,
    target: String,
    /// The values of all `Host` fields.
    hosts: Vec<String>,
}

/// An answer that is known whole.
struct Answer {
    status: u16,
    kind: &'static str,
    policy: &'static str,
    body: Vec<u8>,
}

/// Starts to answer, in threads that end with the program.
pub(super) fn start(listener: TcpListener, host: &str, shown: &Arc<Shown>) {
    let desk = Desk { shown: Arc::clone(shown), host: host.to_owned(), open: AtomicUsize::new(0) };
    let desk = Arc::new(desk);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            if desk.open.fetch_add(1, Ordering::Relaxed) >= CONNECTIONS {
                desk.open.fetch_sub(1, Ordering::Relaxed);
                continue;
            }
            let desk = Arc::clone(&desk);
            thread::spawn(move || {
                // A reader who left early needs no answer.
                drop(serve(stream, &desk));
                desk.open.fetch_sub(1, Ordering::Relaxed);
            });
        }
    });
}

fn serve(mut stream: TcpStream, desk: &Desk) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let request = match read(&mut stream)? {
        Ok(request) => request,
        Err(refused) => return answer(&mut stream, &refused, true),
    };
    let path = decoded(&request.target);
    let reply = match (refusal(&request, desk), path.as_deref()) {
        (Some(refused), _) => refused,
        (None, Some("/.itcharter/news")) if request.method == "GET" => return tell(&mut stream, &desk.shown),
        (None, path) => found(path, &desk.shown),
    };
    answer(&mut stream, &reply, request.method != "HEAD")
}

/// Reads the head of a request; where it cannot be one, returns what to say.
fn read(stream: &mut TcpStream) -> io::Result<Result<Request, Answer>> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let count = stream.read(&mut piece)?;
        if count == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes.extend_from_slice(&piece[..count]);
        let mut fields = [httparse::EMPTY_HEADER; FIELDS];
        let mut head = httparse::Request::new(&mut fields);
        match head.parse(&bytes) {
            Ok(httparse::Status::Complete(_)) => {
                let hosts = head.headers.iter().filter(|field| field.name.eq_ignore_ascii_case("host"));
                let hosts = hosts.map(|field| String::from_utf8_lossy(field.value).into_owned()).collect();
                let (method, target) = (head.method.unwrap_or_default(), head.path.unwrap_or_default());
                return Ok(Ok(Request { method: method.to_owned(), target: target.to_owned(), hosts }));
            }
            Ok(httparse::Status::Partial) if bytes.len() < HEAD => {}
            Ok(httparse::Status::Partial) | Err(httparse::Error::TooManyHeaders) => {
                return Ok(Err(words(431, "This request is too long.\n")));
            }
            Err(_) => return Ok(Err(words(400, "This request cannot be read.\n"))),
        }
    }
}

/// Writes an answer and hangs up, so that no connection is kept that nobody uses.
fn answer(stream: &mut TcpStream, answer: &Answer, with_body: bool) -> io::Result<()> {
    let Answer { status, kind, policy, body } = answer;
    let reason = match status {
        200 => "OK",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        431 => "Request Header Fields Too Large",
        _ => "Service Unavailable",
    };
    let allow = if *status == 405 { "Allow: GET, HEAD\r\n" } else { "" };
    let mut bytes = format!(
        "HTTP/1.1 {status} {reason}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Content-Security-Policy: {policy}\r\nCache-Control: no-store\r\n\
         Cross-Origin-Resource-Policy: same-origin\r\nCross-Origin-Opener-Policy: same-origin\r\n\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n{allow}Connection: close\r\n\r\n",
        body.len()
    )
    .into_bytes();
    if with_body {
        bytes.extend_from_slice(body);
    }
    stream.write_all(&bytes)?;
    stream.shutdown(Shutdown::Write)?;
    // What was sent along is read away: else the answer could be lost with it.
    stream.set_read_timeout(Some(GOODBYE))?;
    let mut rest = [0; 4096];
    for _ in 0..64 {
        if stream.read(&mut rest)? == 0 {
            break;
        }
    }
    Ok(())
}

/// Returns what is said to a request that is not for us, or asks for more than reading.
fn refusal(request: &Request, desk: &Desk) -> Option<Answer> {
    let ours = matches!(request.hosts.as_slice(), [host] if answers_to(host, &desk.host));
    if !ours {
        return Some(words(403, "This preview answers to its own address only, such as localhost.\n"));
    }
    match request.method.as_str() {
        "GET" | "HEAD" => None,
        _ => Some(words(405, "This preview can only be read.\n")),
    }
}

/// Finds what a path leads to; `None` is a path that cannot be read.
fn found(path: Option<&str>, shown: &Shown) -> Answer {
    let Some(path) = path.and_then(|path| path.strip_prefix('/')) else {
        return words(400, "This address cannot be read.\n");
    };
    if let Some(name) = path.strip_prefix(".itcharter/") {
        let ours = OURS.iter().find(|(known, ..)| *known == name);
        return match ours {
            Some((_, kind, policy, text)) => Answer { status: 200, kind, policy, body: (*text).into() },
            None => words(404, "Nothing is here.\n"),
        };
    }
    let (site, version) = shown.now();
    let path =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let page = |status, html: Cow<'_, str>| Answer {
        status,
        kind: "text/html; charset=utf-8",
        policy: FRAMES,
        body: panel::into_page(&html, &site.panel, version).into_bytes(),
    };
    match site.files.get(&path) {
        Some(bytes) if path.ends_with(".html") => page(200, String::from_utf8_lossy(bytes)),
        Some(bytes) => Answer { status: 200, kind: media_type(&path), policy: NOTHING, body: bytes.clone() },
        None if site.files.is_empty() => page(503, panel::NO_PAGES.into()),
        None => match site.files.get("404.html") {
            Some(bytes) => page(404, String::from_utf8_lossy(bytes)),
            None => words(404, "Nothing is here.\n"),
        },
    }
}

/// Tells a page of every new version, until it leaves.
fn tell(out: &mut TcpStream, shown: &Shown) -> io::Result<()> {
    out.write_all(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
          Cross-Origin-Resource-Policy: same-origin\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n\
          retry: 1000\n",
    )?;
    let (_, mut version) = shown.now();
    write!(out, "data: {}\n\n", panel::mark(version))?;
    loop {
        out.flush()?;
        match shown.wait(version, SILENCE) {
            News::Version(next) => {
                version = next;
                write!(out, "data: {}\n\n", panel::mark(version))?;
            }
            News::Nothing => out.write_all(b": still here\n\n")?,
            News::Stopped => return Ok(()),
        }
    }
}

fn words(status: u16, text: &str) -> Answer {
    Answer { status, kind: "text/plain; charset=utf-8", policy: NOTHING, body: text.into() }
}

/// Returns the path of an address with its percent signs resolved.
fn decoded(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &rest[2..];
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn paths_are_decoded_once() {
        assert_eq!(decoded("/a%20b.html?x#y").as_deref(), Some("/a b.html"));
        assert_eq!(decoded("/%252e%252e/a").as_deref(), Some("/%2e%2e/a"));
        assert_eq!(decoded("/%C3%A9").as_deref(), Some("/é"));
        for bad in ["/%", "/%4", "/%+4", "/%zz", "/%ff"] {
            assert_eq!(decoded(bad), None, "{bad}");
        }
    }
}
