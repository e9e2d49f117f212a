/// Keeps keys out of files and out of messages.
///
/// A guess by looks, made to err on the side of hiding: what it takes for a secret is refused where
/// a secret must not stand, and never repeated in a message.
enum SecretGuard {
    /// How vendors' keys begin.
    private static let prefixes = [
        "sk-", "sk_", "pk-", "gsk_", "xai-", "hf_", "ghp_", "github_pat_", "AIza", "AKIA", "nvapi-",
        "r8_", "eyJ",
    ]

    /// Keys of a mapping under which people write secrets, without `_` and `-`.
    private static let secretKeys: Set<String> = [
        "apikey", "key", "token", "apitoken", "accesstoken", "authtoken", "bearertoken", "bearer",
        "secret", "apisecret", "secretkey", "clientsecret", "password", "passwd", "credential",
        "credentials", "authorization", "auth",
    ]

    private static let secretHeaders: Set<String> = [
        "authorization", "proxy-authorization", "x-api-key", "api-key", "x-goog-api-key",
        "x-auth-token", "cookie",
    ]

    static func isSecretKey(_ key: String) -> Bool {
        secretKeys.contains(key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " })
    }

    /// By its name: the usual ones, and whatever calls itself a key.
    static func isSecretHeader(_ name: String) -> Bool {
        let name = name.lowercased()
        let words = name.split { $0 == "-" || $0 == "_" }
        return secretHeaders.contains(name)
            || words.contains {
                ["key", "apikey", "token", "secret", "password", "auth"].contains($0)
            }
    }

    /// Whether any word of `text` looks like a key. A text too long to look through may hold one.
    static func mayHoldSecret(_ text: String) -> Bool {
        guard text.utf8.count <= 4096 else { return true }
        return text.split { !isTokenCharacter($0) }.contains { isLikelyKey($0) }
    }

    private static func isLikelyKey(_ word: Substring) -> Bool {
        let beginsLikeKey = prefixes.contains { word.count >= 12 && word.hasPrefix($0) }
        return beginsLikeKey || prefixes.contains { holdsKey(word, after: $0) }
            || word.split { $0 == "-" || $0 == "_" }.contains(where: isRandomLooking)
    }

    /// A key stuck to the word before it. Shorter runs are left alone for words like `task-runner`.
    private static func holdsKey(_ word: Substring, after prefix: String) -> Bool {
        word.ranges(of: prefix).contains { range in
            word[range.upperBound...].prefix { $0.isLetter || $0.isNumber }.count >= 12
        }
    }

    /// The longest run of letters and digits in a name is short; in a key it is long and mixed.
    private static func isRandomLooking(_ run: Substring) -> Bool {
        run.count >= 20 && run.count(where: \.isNumber) >= 3 && run.contains(where: \.isLetter)
    }

    private static func isTokenCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "-" || character == "_"
    }

    /// A line of a file as a message may show it: nothing of it after a key that holds secrets, or
    /// if it looks like one.
    static func redacted(line: String) -> String? {
        guard !mayHoldSecret(line) else { return nil }
        let words = line.lowercased().split {
            !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-"
        }
        let namesSecret = words.contains { word in
            isSecretKey(String(word)) || word == "key_env" || word == "key_command"
        }
        return namesSecret ? nil : line
    }

    static let advice = """
        Keys are not written into files. Name an environment variable (`key_env: OPENAI_API_KEY`)
        or a command that prints the key (`key_command: "pass show openai"`).
        """
}
