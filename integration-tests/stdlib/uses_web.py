import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import http.cookies
import urllib.parse

jar = http.cookies.SimpleCookie("a=1; b=\"two words\"")
jar["a"]["path"] = "/"
print(jar.output(), jar["b"].value)
parts = urllib.parse.urlsplit("https://user@example.org:8080/a/b;p?q=1&r=%20#frag")
print(parts.hostname, parts.port, urllib.parse.parse_qs(parts.query), urllib.parse.urljoin("http://x/a/b", "../c"))
print(urllib.parse.quote("a b/\u00e9"), urllib.parse.unquote("%C3%A9"), urllib.parse.urlencode({"k": ["v", "w"]}, True))
