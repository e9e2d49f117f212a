/// International Morse code (ITU-R M.1677-1).
enum Morse {
    private static let codes = Dictionary(
        uniqueKeysWithValues: zip(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ",
            """
            .- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...-
            .-- -..- -.-- --.. ----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----. /
            """
            .split(whereSeparator: \.isWhitespace).map(String.init)
        )
    )
    private static let typed: [Character: String] = [
        "•": ".", "·": ".", "∙": ".", "*": ".", "–": "-", "—": "-", "−": "-", "_": "-",
        "…": "...", "/": " / ", "|": " / ", "\n": " / ",
    ]
    private static let letters = Dictionary(uniqueKeysWithValues: codes.map { ($1, $0) })

    static func encode(_ text: String) throws(Unsolved) -> Solution {
        let plain = try LetterTask.words(of: text.uppercased()).joined(separator: " ")
        if let unknown = plain.first(where: { codes[$0] == nil }) {
            throw Unsolved("write \(unknown) in Morse code", isProved: true)
        }
        let signs = plain.map { codes[$0] ?? "" }
        return Solution(signs.joined(separator: " "), [pairs(of: signs)])
    }

    /// Words are parted by `/`, or by three spaces.
    static func decode(_ code: String) throws(Unsolved) -> Solution {
        _ = try LetterTask.words(of: code)
        let plain = code.map { typed[$0] ?? String($0) }.joined().replacing("   ", with: " / ")
        let signs = plain.split(whereSeparator: \.isWhitespace).map(String.init)
        if let unknown = signs.first(where: { letters[$0] == nil }) {
            throw Unsolved("read \(unknown.prefix(40)) as Morse code", isProved: true)
        }
        let words = try LetterTask.words(of: String(signs.compactMap { letters[$0] }))
        return Solution(words.joined(separator: " "), [pairs(of: signs)])
    }

    private static func pairs(of signs: [String]) -> String {
        signs.prefix(60).filter { $0 != "/" }.map { "\($0) is \(letters[$0] ?? "?")" }
            .joined(separator: ", ")
    }
}
