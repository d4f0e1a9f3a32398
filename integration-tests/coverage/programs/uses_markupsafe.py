import markupsafe
import markupsafe._native as native


class Page:
    def __html__(self):
        return "<p>"


print(markupsafe.escape("<a&b>"), markupsafe.escape(Page()), markupsafe.Markup("<b>%s</b>") % "<x>")
print(markupsafe.Markup("<em>a &amp; b</em>").striptags(), markupsafe.Markup("&lt;").unescape())
print(markupsafe.Markup("{0} {name}").format("<", name=Page()), markupsafe.Markup("a") + "<" + markupsafe.Markup("b"))
print(markupsafe.Markup("<i>,").join(["<", Page()]), repr(markupsafe.Markup("x")), markupsafe.Markup("a,b").split(","))
print(getattr(native, "escape", getattr(native, "_escape_inner", str))("<'\">"))
