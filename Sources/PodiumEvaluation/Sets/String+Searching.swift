internal import Foundation

extension StringProtocol {
    /// Without spaces and line ends around it.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }

    func lastRange(of part: String, ignoringCase: Bool = false) -> Range<Index>? {
        range(
            of: part,
            options: ignoringCase ? [.backwards, .caseInsensitive] : [.backwards, .literal]
        )
    }
}
