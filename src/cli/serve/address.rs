//! Where the preview listens, and which names it answers to.

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener, ToSocketAddrs};

use anyhow::{Context as _, Result, anyhow, bail};

/// The port that is tried first.
const PORT: u16 = 4040;
/// How many ports are tried where none was named.
const TRIES: u16 = 20;

/// Listens on the port that was named, or on the first that is free.
pub(super) fn listen(host: &str, port: Option<u16>) -> Result<TcpListener> {
    let last = match port {
        Some(port) => port,
        None => PORT + TRIES - 1,
    };
    for port in port.unwrap_or(PORT)..=last {
        match TcpListener::bind(resolve(host, port)?) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() != io::ErrorKind::AddrInUse => {
                return Err(error).with_context(|| format!("failed to listen on `{host}`, port {port}"));
            }
            Err(_) => {}
        }
    }
    match port {
        Some(port) => {
            bail!("port {port} is taken; name another with `--port`, or any free one with `--port 0`")
        }
        None => bail!("the ports {PORT} to {last} are taken; name another with `--port`"),
    }
}

fn resolve(host: &str, port: u16) -> Result<SocketAddr> {
    let name = host.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).unwrap_or(host);
    let mut found = (name, port).to_socket_addrs().with_context(|| format!("failed to look up `{host}`"))?;
    found.next().ok_or_else(|| anyhow!("no address is known for `{host}`"))
}

/// Returns the address to open in a browser.
pub(super) fn url(address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        return format!("http://localhost:{}/", address.port());
    }
    format!("http://{address}/")
}

/// Opens the address in the browser of this machine; only one that leads back to it. The only user of the opener.
pub(super) fn open(address: SocketAddr) -> Result<()> {
    let Some(url) = own_url(address) else { bail!("`{}` may be another machine", address.ip()) };
    open::that_detached(url).context("no program for it was found")
}

/// Returns the address to open where that leads to this machine and nowhere else.
fn own_url(address: SocketAddr) -> Option<String> {
    (address.ip().is_loopback() || address.ip().is_unspecified()).then(|| url(address))
}

/// Says what was not expected about the address.
pub(super) fn notes(address: SocketAddr, asked: Option<u16>) -> Vec<String> {
    let mut notes = Vec::new();
    if asked.is_none() && address.port() != PORT {
        notes.push(format!("port {PORT} is taken, so this is port {}", address.port()));
    }
    if !address.ip().is_loopback() {
        notes.push(format!(
            "note: everyone who reaches this machine at {} can read the handbook and its findings",
            if address.ip().is_unspecified() {
                "any of its addresses".to_owned()
            } else {
                address.ip().to_string()
            }
        ));
    }
    notes
}

/// Says whether a `Host` header is one that the preview answers to. A page elsewhere can make a name of its own lead
/// to this machine, but not `localhost` and not an address in numbers.
pub(super) fn answers_to(header: &str, host: &str) -> bool {
    let name = match header.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        Some(_) | None => header,
    };
    let number = name.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).unwrap_or(name);
    number.parse::<IpAddr>().is_ok()
        || name.eq_ignore_ascii_case("localhost")
        || (name.eq_ignore_ascii_case(host) && !name.is_empty())
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::{answers_to, listen, notes, own_url, url};

    #[test]
    fn only_names_that_no_other_site_can_take_are_answered() {
        for good in [
            "127.0.0.1",
            "127.0.0.1:4040",
            "localhost:1",
            "LOCALHOST",
            "[::1]:80",
            "[::1]",
            "192.168.1.5:4040",
        ] {
            assert!(answers_to(good, "127.0.0.1"), "{good}");
        }
        for bad in [
            "",
            "evil.example",
            "evil.example:4040",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "localhost:x",
            ":1",
        ] {
            assert!(!answers_to(bad, "127.0.0.1"), "{bad}");
        }
        assert!(answers_to("desk.lan:4040", "desk.lan") && !answers_to("desk.lan", "0.0.0.0"));
        assert!(!answers_to("", ""));
    }

    #[test]
    fn a_port_that_is_taken_is_said_with_what_to_do() {
        let taken = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = listen("127.0.0.1", Some(port)).unwrap_err();
        let wanted =
            format!("port {port} is taken; name another with `--port`, or any free one with `--port 0`");
        assert_eq!(error.to_string(), wanted);
    }

    #[test]
    fn what_others_can_read_is_said() {
        let notes = |address: &str, port| notes(address.parse().unwrap(), port);
        assert_eq!(notes("127.0.0.1:4040", None), [""; 0]);
        assert_eq!(notes("[::1]:9", Some(9)), [""; 0]);
        assert_eq!(notes("127.0.0.1:4041", None), ["port 4040 is taken, so this is port 4041"]);
        assert_eq!(
            notes("192.168.1.5:9", Some(9)),
            ["note: everyone who reaches this machine at 192.168.1.5 can read the handbook and its findings"]
        );
        assert_eq!(url("0.0.0.0:9".parse().unwrap()), "http://localhost:9/");
        assert_eq!(url("[::1]:9".parse().unwrap()), "http://[::1]:9/");
        let opened = |address: &str| own_url(address.parse().unwrap());
        assert_eq!(opened("0.0.0.0:9").as_deref(), Some("http://localhost:9/"));
        assert_eq!(opened("127.0.0.1:9").as_deref(), Some("http://127.0.0.1:9/"));
        assert_eq!(opened("192.168.1.5:9"), None);
    }
}
