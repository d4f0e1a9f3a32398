def escape(text):
    try:
        import cgi
        return cgi and text
    except ImportError:
        import html
        return html.escape(text)


escape("<")
