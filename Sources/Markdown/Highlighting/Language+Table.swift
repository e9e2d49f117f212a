/// The languages that are known, and the names they go by.
extension Language {
    static let aliases = [
        "py": "python", "python3": "python", "py3": "python", "pycon": "python",
        "js": "javascript", "jsx": "javascript", "mjs": "javascript", "node": "javascript",
        "ts": "javascript", "tsx": "javascript", "typescript": "javascript",
        "golang": "go", "rs": "rust",
        "h": "c", "objc": "c", "c++": "c", "cpp": "c", "cc": "c", "cxx": "c", "hpp": "c",
        "hh": "c", "cuda": "c", "arduino": "c",
        "kt": "kotlin", "kts": "kotlin", "cs": "csharp", "c#": "csharp", "rb": "ruby",
        "sh": "shell", "bash": "shell", "zsh": "shell", "ksh": "shell", "fish": "shell",
        "console": "shell", "shellsession": "shell", "shell-session": "shell", "terminal": "shell",
        "dockerfile": "shell", "makefile": "shell", "make": "shell",
        "postgres": "sql", "postgresql": "sql", "mysql": "sql", "sqlite": "sql", "plsql": "sql",
        "tsql": "sql",
        "json5": "json", "jsonc": "json", "jsonl": "json", "ndjson": "json",
        "yml": "yaml", "ini": "toml", "cfg": "toml", "conf": "toml", "properties": "toml",
        "htm": "html", "xhtml": "html", "xml": "html", "svg": "html", "vue": "html",
        "svelte": "html", "plist": "html",
        "scss": "css", "sass": "css", "less": "css",
        "patch": "diff", "udiff": "diff",
    ]

    static let table: [String: Language] = [
        "swift": swift, "python": python, "javascript": javaScript, "go": go, "rust": rust,
        "c": c, "java": java, "kotlin": kotlin, "csharp": cSharp, "ruby": ruby, "php": php,
        "shell": shell, "sql": sql, "json": json, "yaml": yaml, "toml": toml, "html": html,
        "css": css, "diff": diff,
    ]

    private static let swift = Language(
        """
        actor any as associatedtype async await borrowing break case catch class consuming continue \
        default defer deinit do else enum extension fallthrough false fileprivate final for func \
        get guard if import in indirect init inout internal is lazy let macro mutating nil \
        nonisolated open operator override package precedencegroup private protocol public repeat \
        rethrows return self Self set some static struct subscript super switch throw throws true \
        try typealias unowned var weak where while
        """,
        capitalsAreTypes: true,
        quotes: [
            Quote("#\"\"\"", "\"\"\"#", escapes: false, isLong: true),
            Quote("\"\"\"", isLong: true), Quote("#\"", "\"#", escapes: false), Quote("\""),
        ],
        sigils: "@#"
    )

    private static let python = Language(
        """
        False None True and as assert async await break case class continue def del elif else \
        except finally for from global if import in is lambda match nonlocal not or pass raise \
        return self try while with yield
        """,
        types: "bool bytes dict float frozenset int list object set str tuple type",
        capitalsAreTypes: true,
        lineComments: ["#"],
        blockComment: nil,
        quotes: [
            Quote("\"\"\"", isLong: true), Quote("'''", isLong: true), Quote("\""), Quote("'"),
        ],
        sigils: "@"
    )

    private static let javaScript = Language(
        """
        abstract as async await break case catch class const continue debugger declare default \
        delete do else enum export extends false finally for from function get if implements \
        import in instanceof interface keyof let namespace new null of private protected public \
        readonly return satisfies set static super switch this throw true try type typeof \
        undefined var void while with yield
        """,
        types: "any bigint boolean never number object string symbol unknown",
        capitalsAreTypes: true,
        quotes: [Quote("`", isLong: true), Quote("\""), Quote("'")],
        sigils: "@"
    )

    private static let go = Language(
        """
        break case chan const continue default defer else fallthrough false for func go goto if \
        import interface iota map nil package range return select struct switch true type var
        """,
        types: """
            any bool byte comparable complex128 complex64 error float32 float64 int int16 int32 \
            int64 int8 rune string uint uint16 uint32 uint64 uint8 uintptr
            """,
        capitalsAreTypes: true,
        quotes: [Quote("`", escapes: false, isLong: true), Quote("\""), Quote("'")]
    )

    private static let rust = Language(
        """
        as async await break const continue crate dyn else enum extern false fn for if impl in let \
        loop match mod move mut pub ref return self Self static struct super trait true type union \
        unsafe use where while
        """,
        types: """
            bool char f32 f64 i128 i16 i32 i64 i8 isize str u128 u16 u32 u64 u8 usize
            """,
        capitalsAreTypes: true,
        quotes: [Quote("r#\"", "\"#", escapes: false, isLong: true), Quote("\"", isLong: true)],
        sigils: "#"
    )

    private static let c = Language(
        """
        alignas alignof and auto break case catch class concept const consteval constexpr \
        constinit const_cast continue co_await co_return co_yield decltype default delete do \
        dynamic_cast else enum explicit export extern false final for friend goto if inline \
        mutable namespace new noexcept not nullptr NULL operator or override private protected \
        public register reinterpret_cast requires restrict return sizeof static static_assert \
        static_cast struct switch template this throw true try typedef typename union using \
        virtual volatile while
        """,
        types: """
            bool char char16_t char32_t char8_t double float int int16_t int32_t int64_t int8_t \
            long short signed size_t ssize_t uint16_t uint32_t uint64_t uint8_t unsigned void wchar_t
            """,
        capitalsAreTypes: true,
        quotes: [Quote("R\"(", ")\"", escapes: false, isLong: true), Quote("\""), Quote("'")],
        sigils: "#"
    )

    private static let java = Language(
        """
        abstract assert break case catch class const continue default do else enum extends false \
        final finally for goto if implements import instanceof interface native new null package \
        permits private protected public record return sealed static strictfp super switch \
        synchronized this throw throws transient true try var volatile while yield
        """,
        types: "boolean byte char double float int long short void",
        capitalsAreTypes: true,
        quotes: [Quote("\"\"\"", isLong: true), Quote("\""), Quote("'")],
        sigils: "@"
    )

    private static let kotlin = Language(
        """
        abstract actual as break by catch class companion const constructor continue data do else \
        enum expect false final finally for fun get if import in infix init inline inner interface \
        internal is lateinit null object open operator out override package private protected \
        public return sealed set super suspend this throw true try typealias val var when where \
        while
        """,
        capitalsAreTypes: true,
        quotes: [Quote("\"\"\"", escapes: false, isLong: true), Quote("\""), Quote("'")],
        sigils: "@"
    )

    private static let cSharp = Language(
        """
        abstract as async await base break case catch checked class const continue default \
        delegate do else enum event explicit extern false finally fixed for foreach get goto if \
        implicit in init interface internal is lock namespace new null operator out override \
        params partial private protected public readonly record ref required return sealed set \
        sizeof stackalloc static struct switch this throw true try typeof unchecked unsafe using \
        var virtual volatile when where while with yield
        """,
        types: """
            bool byte char decimal double dynamic float int long nint object sbyte short string \
            uint ulong ushort void
            """,
        capitalsAreTypes: true,
        quotes: [
            Quote("\"\"\"", escapes: false, isLong: true),
            Quote("@\"", "\"", escapes: false, isLong: true), Quote("\""), Quote("'"),
        ],
        sigils: "#"
    )

    private static let ruby = Language(
        """
        alias and begin break case class def do else elsif end ensure false for if in include \
        module next nil not or private protected public raise redo require rescue retry return \
        self super then true undef unless until when while yield
        """,
        capitalsAreTypes: true,
        lineComments: ["#"],
        blockComment: nil,
        sigils: "@$:"
    )

    private static let php = Language(
        """
        abstract and array as break callable case catch class clone const continue declare default \
        do echo else elseif enum extends false final finally fn for foreach function global if \
        implements include instanceof insteadof interface isset list match namespace new null or \
        print private protected public readonly require require_once return static switch throw \
        trait true try unset use var while yield
        """,
        types: "bool float int iterable mixed never object string void",
        capitalsAreTypes: true,
        ignoresCase: true,
        lineComments: ["//", "#"],
        sigils: "$"
    )

    private static let shell = Language(
        """
        FROM RUN CMD COPY ENV ENTRYPOINT WORKDIR EXPOSE \
        break case continue do done elif else esac eval exec exit export fi for function if in \
        local readonly return select set shift source then trap unset until while
        """,
        lineComments: ["#"],
        blockComment: nil,
        quotes: [Quote("\"", isLong: true), Quote("'", escapes: false, isLong: true)],
        sigils: "$",
        nameBytes: "-./",
        namesFunctions: false
    )

    private static let sql = Language(
        """
        add all alter and any as asc begin between by case cast check column commit constraint \
        create cross database default delete desc distinct drop else end except exists explain \
        false fetch first foreign from full function grant group having if in index inner insert \
        intersect into is join key last lateral left like limit materialized not null offset on or \
        order outer over partition primary procedure recursive references replace returning right \
        rollback row rows select set table temporary then to transaction trigger true truncate \
        union unique update using values view when where window with
        """,
        types: """
            bigint bigserial blob boolean bytea char date decimal double float int integer interval \
            json jsonb numeric real serial smallint text time timestamp timestamptz uuid varchar
            """,
        ignoresCase: true,
        lineComments: ["--"],
        quotes: [Quote("'", escapes: false, isLong: true), Quote("\"", escapes: false)]
    )

    private static let json = Language(
        "true false null",
        quotes: [Quote("\"")],
        keyMark: ":",
        namesFunctions: false
    )

    private static let yaml = Language(
        "true false null yes no on off",
        lineComments: ["#"],
        blockComment: nil,
        quotes: [Quote("\""), Quote("'", escapes: false)],
        sigils: "&*!",
        keyMark: ":",
        nameBytes: "-./",
        namesFunctions: false
    )

    private static let toml = Language(
        "true false inf nan",
        lineComments: ["#", ";"],
        blockComment: nil,
        quotes: [
            Quote("\"\"\"", isLong: true), Quote("'''", escapes: false, isLong: true), Quote("\""),
            Quote("'", escapes: false),
        ],
        keyMark: "=",
        nameBytes: "-.",
        namesFunctions: false
    )

    private static let css = Language(
        "important from to and not only",
        lineComments: ["//"],
        sigils: "@#.$",
        keyMark: ":",
        nameBytes: "-"
    )

    private static let html: Language = {
        var language = Language(lineComments: [], blockComment: ("<!--", "-->"))
        language.grammar = .markup
        return language
    }()

    private static let diff: Language = {
        var language = Language(lineComments: [], blockComment: nil, quotes: [])
        language.grammar = .diff
        return language
    }()
}
