internal import CMarkGFM
internal import Synchronization

/// A part of a text as cmark-gfm understands it: CommonMark with tables, tasks, strikethrough and bare
/// addresses.
enum MarkdownParser {
    /// cmark-gfm keeps the special characters of extensions in global tables while it parses.
    private static let turn = Mutex(())

    private static let extensions: [String] = {
        cmark_gfm_core_extensions_ensure_registered()
        return ["table", "strikethrough", "autolink", "tasklist"]
    }()

    /// Parses a text and runs `body` with the root of its tree, which is gone afterwards.
    static func parse(
        _ source: UnsafeBufferPointer<UInt8>,
        _ body: (OpaquePointer) -> Void
    ) {
        // What leaves the lock is the tree's address: the tree is this caller's alone.
        let address = turn.withLock { _ -> Int in
            guard let parser = cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE) else {
                return 0
            }
            defer { cmark_parser_free(parser) }
            for name in extensions {
                guard let found = cmark_find_syntax_extension(name) else { continue }
                cmark_parser_attach_syntax_extension(parser, found)
            }
            source.withMemoryRebound(to: CChar.self) {
                cmark_parser_feed(parser, $0.baseAddress, $0.count)
            }
            return Int(bitPattern: cmark_parser_finish(parser))
        }
        guard let root = OpaquePointer(bitPattern: address) else { return }
        defer { cmark_node_free(root) }
        body(root)
    }
}

extension MarkdownText {
    /// The version of cmark-gfm, such as `0.29.0.gfm.6`.
    public static var libraryVersion: String { String(cString: cmark_version_string()) }
}

/// A node of a parsed text.
struct MarkdownNode {
    enum Kind {
        case list, item, quote, code, html, paragraph, heading, rule
        case table, tableHeader, tableRow, tableCell
        case text, softBreak, lineBreak, inlineCode, inlineHTML, emphasis, strong, struck
        case link, image, other
    }

    private let node: OpaquePointer
    let kind: Kind

    init(_ node: OpaquePointer) {
        self.node = node
        let name = cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
        kind = Self.kinds[name] ?? .other
    }

    private static let kinds: [String: Kind] = [
        "list": .list, "item": .item, "tasklist": .item, "block_quote": .quote,
        "code_block": .code, "html_block": .html, "paragraph": .paragraph, "heading": .heading,
        "thematic_break": .rule, "table": .table, "table_header": .tableHeader,
        "table_row": .tableRow, "table_cell": .tableCell, "text": .text,
        "softbreak": .softBreak, "linebreak": .lineBreak, "code": .inlineCode,
        "html_inline": .inlineHTML, "emph": .emphasis, "strong": .strong,
        "strikethrough": .struck, "link": .link, "image": .image,
    ]

    var literal: String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }
    var url: String { cmark_node_get_url(node).map { String(cString: $0) } ?? "" }
    var title: String { cmark_node_get_title(node).map { String(cString: $0) } ?? "" }
    var info: String { cmark_node_get_fence_info(node).map { String(cString: $0) } ?? "" }
    var headingLevel: Int { Int(cmark_node_get_heading_level(node)) }
    /// From 1, in the text that was parsed.
    var firstLine: Int { Int(cmark_node_get_start_line(node)) }
    var lastLine: Int { Int(cmark_node_get_end_line(node)) }
    var firstColumn: Int { Int(cmark_node_get_start_column(node)) }

    /// Whether it is code between fences, not code that is indented.
    var isFenced: Bool {
        var (length, offset, mark): (Int32, Int32, CChar) = (0, 0, 0)
        return cmark_node_get_fenced(node, &length, &offset, &mark) != 0
    }

    /// Whether a task is done; nil of an item that is no task.
    var isDone: Bool? {
        guard let name = cmark_node_get_type_string(node), String(cString: name) == "tasklist"
        else {
            return nil
        }
        return cmark_gfm_extensions_get_tasklist_item_checked(node)
    }

    /// Whether the list of an item is numbered.
    var isNumbered: Bool {
        cmark_node_parent(node).map { cmark_node_get_list_type($0) == CMARK_ORDERED_LIST } ?? false
    }

    /// Of a table: `l`, `c` or `r` a column, 0 where nothing is said.
    var alignments: [UInt8] {
        let count = Int(cmark_gfm_extensions_get_table_columns(node))
        guard let bytes = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }
}

/// Runs `body` with each node as it is entered and as it is left. Nothing recurses, however deep.
func walk(
    _ root: OpaquePointer,
    _ body: (_ node: MarkdownNode, _ isEntered: Bool) -> Void
) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
        let event = cmark_iter_next(iterator)
        guard event != CMARK_EVENT_DONE, event != CMARK_EVENT_NONE,
            let node = cmark_iter_get_node(iterator)
        else { return }
        body(MarkdownNode(node), event == CMARK_EVENT_ENTER)
    }
}
