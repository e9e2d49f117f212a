/// What is drawn beside the words.
struct Signs: Hashable, Sendable {
    var bullets = ["•", "◦", "▪"]
    var quoteBar = "▌ "
    var taskOpen = "☐"
    var taskDone = "☑"
    var line = "─"
    var side = "│"
    var tableTop = Joints("┌", "┬", "┐")
    var tableMiddle = Joints("├", "┼", "┤")
    var tableBottom = Joints("└", "┴", "┘")

    /// Where the lines of a table meet: at its left, between columns, at its right.
    struct Joints: Hashable, Sendable {
        var left: String
        var middle: String
        var right: String

        init(_ left: String, _ middle: String, _ right: String) {
            (self.left, self.middle, self.right) = (left, middle, right)
        }
    }

    static let unicode = Signs()

    static let ascii: Signs = {
        var signs = Signs()
        signs.bullets = ["-", "*", "+"]
        signs.quoteBar = "> "
        (signs.taskOpen, signs.taskDone) = ("[ ]", "[x]")
        (signs.line, signs.side) = ("-", "|")
        let joints = Joints("+", "+", "+")
        (signs.tableTop, signs.tableMiddle, signs.tableBottom) = (joints, joints, joints)
        return signs
    }()

    static func == (left: Signs, right: Signs) -> Bool { left.line == right.line }

    func hash(into hasher: inout Hasher) { hasher.combine(line) }
}
