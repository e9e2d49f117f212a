import Testing

@testable import PodiumEvaluation

@Suite struct ClosedFormTests {
    @Test(arguments: [
        ("\\dfrac{1}{2}", "\\frac{1}{2}"), ("1/2", "\\frac12"), ("0.5", "\\frac{1}{2}"),
        ("\\frac{2}{4}", "\\frac{1}{2}"), ("-\\frac{1}{3}", "\\frac{-1}{3}"),
        ("$\\frac{1}{3}$", "1/3"), ("7\\frac{1}{2}", "15/2"), ("7 1/2", "7.5"),
        ("\\sqrt{8}", "2\\sqrt2"), ("sqrt(8)", "2\\sqrt{2}"), ("\\sqrt[3]{-8}", "-2"),
        ("8^{1/3}", "2"), ("2^{10}", "1024"), ("2^10", "1,024"), ("1{,}024", "1024"),
        ("3\\pi", "\\pi \\cdot 3"), ("3π", "3*pi"), ("e^{i\\pi}", "-1"),
        ("6-5i", "-5i+6"), ("x^2+2x+1", "(x+1)^2"), ("2x + 4", "2(x+2)"),
        ("\\sin^2 x + \\cos^2 x", "1"), ("\\log_2 8", "3"), ("\\ln e^2", "2"), ("5!", "120"),
        ("\\binom{5}{2}", "10"), ("|-3|", "3"), ("\\left|{-3}\\right|", "3"),
        ("\\lfloor 2.5 \\rfloor", "2"), ("\\sin 30x \\cos 2", "\\cos(2) \\sin(30x)"),
        ("x = 5", "5"), ("5", "x=5"), ("f(x) = 2x", "2x"), ("x \\in [-2,7]", "[-2, 7]"),
        ("y = 2x+1", "2x - y + 1 = 0"), ("x > 3", "3 < x"),
        ("(1, 2)", "\\left( 1,2 \\right)"), ("(0.5, 2)", "(\\frac12,2)"),
        ("(-\\infty, 0.5]", "(-∞,\\frac{1}{2}]"),
        ("(3,\\infty) \\cup (0,1)", "(0,1)\\cup(3,\\infty)"),
        ("\\{2, 1\\}", "\\{1,2\\}"), ("2, 1", "1,2"), ("1 and 2", "1, 2"), ("x=1 or x=2", "2,1"),
        ("1, 2, and 3", "3,2,1"), ("1 \\text{ and } 2", "1,2"),
        ("1\\pm\\sqrt{2}", "1-\\sqrt2, 1+\\sqrt2"), ("\\{1\\pm 2, 7\\}", "7, 3, -1"),
        ("\\begin{pmatrix} 1 \\\\ 1/2 \\end{pmatrix}", "\\begin{pmatrix}1\\\\ 0.5\\end{pmatrix}"),
        (
            "\\begin{bmatrix}1&2\\\\3&4\\\\ \\end{bmatrix}",
            "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}"
        ),
        ("10 cm", "10"), ("10\\text{ cm}^2", "10"), ("90^\\circ", "90"), ("\\$18.90", "18.9"),
        ("50\\%", "50"), ("10\\,000", "10000"), ("2516_8", "2516_{8}"), ("2516", "2516_8"),
        ("(C)", "\\text{(C)}"), ("Odd", "\\text{odd}"), ("\\text{Ana}", "Ana."),
        ("\\theta", "\\theta"), ("a_1+a_2", "a_2 + a_{1}"), ("\\frac 3 4", "0.75"),
    ])
    func `answers that say the same are equal`(answer: String, reference: String) {
        #expect(ClosedForm.areEqual(answer, reference))
        #expect(ClosedForm.areEqual(reference, answer))
    }

    @Test(arguments: [
        ("0.333", "\\frac{1}{3}"), ("1.4142", "\\sqrt2"), ("x", "|x|"), ("x^2", "x^3"), ("x", "y"),
        ("(1,2)", "(2,1)"), ("(1,2)", "[1,2]"), ("(1,2]", "(1,2)"), ("1", "1,2"), ("1,1", "1,2"),
        ("(-\\infty,1)", "(\\infty,1)"), ("9^{9^9}", "8^{8^8}"), ("1/0", "2/0"), ("10_2", "10_3"),
        ("seat", "\\text{east}"), ("x > 3", "x < 3"), ("x \\ge 3", "x > 3"), ("x+y", "x-y"),
        ("\\sqrt{x^2}", "x"), ("2\\sqrt{3}", "3\\sqrt{2}"), ("0 = x", "0 = y"),
        ("10000000000000000000000001", "10000000000000000000000002"),
        ("\\begin{pmatrix}1\\\\2\\end{pmatrix}", "\\begin{pmatrix}2\\\\1\\end{pmatrix}"),
        ("", "1"), ("?", "1"),
    ])
    func `answers that differ are not equal`(answer: String, reference: String) {
        #expect(!ClosedForm.areEqual(answer, reference))
        #expect(!ClosedForm.areEqual(reference, answer))
    }

    @Test(arguments: [
        String(repeating: "(", count: 900), String(repeating: "{", count: 5_000),
        String(repeating: "-", count: 900) + "1", String(repeating: "\\sqrt", count: 150) + "2",
        String(repeating: "2^", count: 400) + "2", String(repeating: "9!", count: 400),
        "9" + String(repeating: "!", count: 900), String(repeating: "(1,", count: 300),
        "1" + String(repeating: "+1", count: 490), "\\begin{pmatrix}", "\\frac", "\\sqrt[0]{1}",
        "\\sqrt[99999999999999999999]{1}", "x_{", "\\text{", "|", "±", "1±", "∪", "^", "_", "\\",
        "\\boxed{", "1e99999", "9^{99999999999}", "9^{-99999999999}", "0^{-1}", "\\log_1 2", "1,,2",
        "\\{", "\\{\\}", "[", "1..2", "🂡", "x=", "=", "\\begin{pmatrix}1&\\\\\\end{pmatrix}",
        "99999999999999999999 1/99999999999999999999",
    ])
    func `no text traps`(text: String) {
        #expect(ClosedForm.areEqual(text, text))
        #expect(!ClosedForm.areEqual(text, "123456"))
        #expect(!ClosedForm.areEqual("123456", text))
    }

    @Test func `random texts never trap`() {
        let pieces = [
            "\\frac", "{", "}", "(", ")", "[", "]", ",", "1", "23", ".", "x", "^", "_", "\\sqrt",
            "+",
            "-", "±", "\\pi", "|", "\\{", "\\}", "\\text{", "=", "<", "\\begin{pmatrix}", "&",
            "\\\\",
            "\\end{pmatrix}", "!", "\\sin", "∪", "\\log", " ", "∞", "i", "e", "/", "\\infty",
        ]
        var generator = SplitMix64(seed: 7)
        var equal = 0
        for _ in 0..<3_000 {
            let count = Int(generator.next() % 14) + 1
            let text = (0..<count)
                .map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
            equal += ClosedForm.areEqual(text, "23") ? 1 : 0
        }
        // Chance makes few of them 23, and the reader is not so lenient that it makes many.
        #expect(equal < 200)
    }
}
