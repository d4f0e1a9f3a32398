def escape(text):
    try:
        import cgi  #: differs=program-missing-module 3.12/3.13
        return cgi and text
    except ImportError:
        import html
        return html.escape(text)


escape("<")
