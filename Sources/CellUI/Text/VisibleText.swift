/// The text with everything that could steer a terminal or mislead a reader made visible.
///
/// C0 controls and DEL become their pictures (`␛` for escape); C1 controls, bidirectional
/// overrides and isolates, line and paragraph separators, tags outside flags, interlinear
/// annotations and noncharacters become their code point (`‹U+202E›`); a tab becomes four spaces.
///
/// - Parameter keepingNewlines: whether `\n` stays; `\r\n` then becomes `\n`.
public func visible(_ text: String, keepingNewlines: Bool) -> String {
    guard needsMarks(text, keepingNewlines: keepingNewlines) else { return text }
    // The view of a string's scalars copies all of it for every mark.
    var result = ""
    var flagIsOpen = false
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
        let scalar = scalars[index]
        index = scalars.index(after: index)
        flagIsOpen = scalar.value == 0x1F3F4 || (flagIsOpen && scalar.isTag)
        if keepingNewlines, scalar == "\n" {
            result.unicodeScalars.append(scalar)
        } else if keepingNewlines, scalar == "\r", index < scalars.endIndex,
            scalars[index] == "\n"
        {
            continue
        } else if !(scalar.isTag && flagIsOpen), let mark = mark(for: scalar) {
            result += mark
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// What is shown in place of a scalar that must not reach a terminal, or nil for all others.
/// Every character of a mark takes one column.
func mark(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09: "    "
    case 0x00..<0x20: String(Unicode.Scalar(UInt8(scalar.value)).picture)
    case 0x20..<0x7F: nil
    case 0x7F: "␡"
    case 0x80...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: codePointMark(scalar)
    case 0xFDD0...0xFDEF: codePointMark(scalar)
    case 0xE0000...0xE007F: codePointMark(scalar)
    case let value where value & 0xFFFE == 0xFFFE: codePointMark(scalar)
    default: nil
    }
}

private func codePointMark(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
}

extension Unicode.Scalar {
    /// The control picture of a C0 control.
    fileprivate var picture: Unicode.Scalar {
        Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    }
}

/// A scan of the bytes: most text is clean and is returned as it is.
private func needsMarks(_ text: String, keepingNewlines: Bool) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        for byte in bytes {
            // C2 leads C1 controls; E2 the separators and bidirectional controls; EF and F0–F4
            // noncharacters and tags. Text with those takes the careful way.
            if byte < 0x20 && !(keepingNewlines && byte == 0x0A) { return true }
            if byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte >= 0xEF { return true }
        }
        return false
    }
}
