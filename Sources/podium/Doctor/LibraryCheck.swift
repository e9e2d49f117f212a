import CursesTerminal
import Markdown
import PodiumProviders
import PodiumStore

/// The system libraries and their versions.
struct LibraryCheck {
    var findings: [Finding] {
        [
            .good("ncurses", CursesTerminal.libraryVersion),
            .good("libcurl", HTTPTransport.libraryVersion),
            .good("SQLite", SQLiteEventStore.libraryVersion),
            .good("cmark-gfm", MarkdownText.libraryVersion),
        ]
    }
}
