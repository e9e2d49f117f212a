/// ASCII that stands for other characters where the terminal cannot show them.
enum AsciiFallback {
    static func character(for scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.value < 0x7F { return scalar }
        if let listed = table[scalar] { return listed }
        switch scalar.value {
        case 0x2500...0x257F: return boxDrawing(scalar.value)
        case 0x2581...0x2588, 0x258C...0x2590: return "#"
        case 0x2589...0x258B, 0x2591...0x2593: return ":"
        case 0x2800...0x28FF: return "*"
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0) ?? "?"
        default: return "?"
        }
    }

    private static func boxDrawing(_ value: UInt32) -> Unicode.Scalar {
        switch value {
        case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550: "-"
        case 0x2574, 0x2576, 0x2578, 0x257A, 0x257C, 0x257E: "-"
        case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551: "|"
        case 0x2575, 0x2577, 0x2579, 0x257B, 0x257D, 0x257F: "|"
        case 0x2571: "/"
        case 0x2572: "\\"
        default: "+"
        }
    }

    private static let table: [Unicode.Scalar: Unicode.Scalar] = [
        "‘": "'", "’": "'", "‚": "'", "“": "\"", "”": "\"", "„": "\"", "‹": "<", "›": ">",
        "«": "<", "»": ">", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": ".",
        "•": "*", "·": ".", "●": "*", "○": "o", "◆": "*", "◇": "o", "■": "#", "□": "o",
        "▪": "*", "▸": ">", "▶": ">", "►": ">", "◂": "<", "◀": "<", "◄": "<", "▲": "^",
        "▴": "^", "▼": "v", "▾": "v", "←": "<", "→": ">", "↑": "^", "↓": "v", "↩": "<",
        "✓": "+", "✔": "+", "✗": "x", "✘": "x", "×": "x", "÷": "/", "±": "~", "≈": "~",
        "≤": "<", "≥": ">", "≠": "!", "°": "o", "␛": "^", "\u{A0}": " ", "¬": "~",
        "½": "/", "⏸": "=", "⏵": ">", "⚠": "!", "≡": "=", "★": "A", "↯": "!", "⏹": "]",
    ]
}
