// What Swift cannot import from ncurses by itself: globals (they are no safe concurrent state),
// macros with casts, variadic functions. Everything here belongs to the thread of the screen.

#ifndef PODIUM_CNCURSES_SHIM_H
#define PODIUM_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1

#include <fcntl.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <ncurses.h>
#include <signal.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// Declared only under feature macros that are settled before this header is read.
extern int wcwidth(wchar_t character);
extern int pipe2(int ends[2], int flags);
// From <term.h>, whose macros (lines, columns) would change what follows.
extern int setupterm(const char *name, int fd, int *found);
extern int tputs(const char *sequence, int lines, int (*out)(int));

static inline int podium_rows(void) { return stdscr ? getmaxy(stdscr) : 0; }
static inline int podium_columns(void) { return stdscr ? getmaxx(stdscr) : 0; }
static inline int podium_colors(void) { return COLORS; }
static inline int podium_color_pairs(void) { return COLOR_PAIRS; }

static inline attr_t podium_bold(void) { return A_BOLD; }
static inline attr_t podium_dim(void) { return A_DIM; }
static inline attr_t podium_italic(void) { return A_ITALIC; }
static inline attr_t podium_underline(void) { return A_UNDERLINE; }
static inline attr_t podium_reverse(void) { return A_REVERSE; }

/// Puts the terminal into the state the screen needs. Input is read elsewhere: without
/// `typeahead(-1)` ncurses would look at it and break off a frame.
static inline void podium_configure(void) {
    raw();
    noecho();
    nonl();
    typeahead(-1);
    set_escdelay(25);
    keypad(stdscr, TRUE);
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
}

/// One cell: up to five characters of which the first takes the columns. `text` ends with 0.
static inline void podium_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
    if (setcchar(cell, text, attributes, 0, &pair) == ERR) {
        setcchar(cell, L"?", attributes, 0, &pair);
    }
}

static inline void podium_put(int y, int x, const cchar_t *cells, int count) {
    mvwadd_wchnstr(stdscr, y, x, cells, count);
}

static inline void podium_erase(void) { werase(stdscr); }

/// Sends what differs from the terminal's screen, with the cursor at the end, or anywhere.
static inline void podium_refresh(int y, int x) {
    if (y >= 0) { wmove(stdscr, y, x); }
    wnoutrefresh(stdscr);
    doupdate();
}

/// Sends what differs in one row; other rows count as sent.
static inline void podium_refresh_row(int y) {
    untouchwin(stdscr);
    touchline(stdscr, y, 1);
    wmove(stdscr, y, 0);
    wnoutrefresh(stdscr);
    doupdate();
}

/// Forgets what is on the terminal's screen, so that the next refresh sends everything.
static inline void podium_forget_screen(void) { clearok(curscr, TRUE); }

/// A string of the terminal's description, or null.
static inline const char *podium_capability(const char *name) {
    const char *value = tigetstr(name);
    return value == (const char *)-1 ? NULL : value;
}

/// What moves the cursor there. ncurses is told nothing of it.
static inline void podium_move(int y, int x, int (*out)(int)) {
    const char *move = podium_capability("cup");
    if (move) { tputs(tparm(move, y, x), 1, out); }
}

/// What moves the cursor back to where ncurses has left it.
static inline void podium_move_back(int (*out)(int)) {
    podium_move(getcury(curscr), getcurx(curscr), out);
}

/// What sends cells at the cursor, in the styles and the encoding in which ncurses sends them.
static inline void podium_say(const cchar_t *cells, int count, int (*out)(int)) {
    for (int index = 0; index < count; index++) {
        wchar_t text[CCHARW_MAX + 1];
        attr_t attributes = 0;
        short shortPair = 0;
        int pair = 0;
        if (getcchar(&cells[index], text, &attributes, &shortPair, &pair) == ERR) { continue; }
        vid_puts(attributes, shortPair, &pair, out);
        for (int at = 0; at < CCHARW_MAX && text[at]; at++) {
            char bytes[MB_LEN_MAX];
            mbstate_t state = {0};
            size_t length = wcrtomb(bytes, text[at], &state);
            if (length == (size_t)-1) { continue; }
            for (size_t byte = 0; byte < length; byte++) { out((unsigned char)bytes[byte]); }
        }
    }
}

/// What ends the style of the last cell, as ncurses does after a frame.
static inline void podium_end_style(int (*out)(int)) {
    int pair = 0;
    vid_puts(A_NORMAL, 0, &pair, out);
}

/// The window's size as the kernel knows it; 0 on success.
static inline int podium_window_size(int fd, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) != 0) { return -1; }
    *rows = size.ws_row;
    *columns = size.ws_col;
    return 0;
}

/// Whether the locale that is set encodes text as UTF-8.
static inline bool podium_locale_is_utf8(void) {
    const char *codeset = nl_langinfo(CODESET);
    return codeset && codeset[0] == 'U' && codeset[1] == 'T' && codeset[2] == 'F';
}

/// The columns the C library gives a character, which ncurses goes by; -1 for none it knows.
static inline int podium_character_width(uint32_t character) {
    return wcwidth((wchar_t)character);
}

/// A counter to poll for that threads can raise; -1 on failure.
static inline int podium_open_event_counter(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

/// A pipe whose ends do not block and are not inherited; 0 on success.
static inline int podium_open_pipe(int *ends) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK); }

/// Whether a description of the terminal is installed. Only before a screen is opened.
static inline bool podium_knows_terminal(const char *name) {
    int found = 0;
    return setupterm(name, STDOUT_FILENO, &found) != ERR || found == 1;
}

/// The colours that a terminal's description promises; -1 without one, or without colours. Only before
/// a screen is opened.
static inline int podium_described_colors(const char *name) {
    int found = 0;
    if (setupterm(name, STDOUT_FILENO, &found) == ERR) { return -1; }
    int count = tigetnum("colors");
    return count < 0 ? -1 : count;
}

#endif
