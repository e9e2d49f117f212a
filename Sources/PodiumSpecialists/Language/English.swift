/// How much a text looks like English: common words and letter frequencies.
enum English {
    /// The score of a text: the mean log frequency of its letters, and three points for each letter
    /// that stands in a common word, over the number of letters.
    static func score(_ text: String) -> Double {
        var letters = 0
        var sum = 0.0
        for scalar in text.lowercased().unicodeScalars {
            guard let index = index(of: scalar) else { continue }
            letters += 1
            sum += logFrequencies[index]
        }
        guard letters > 0 else { return -100 }
        return (sum + 3 * Double(knownLetters(in: text))) / Double(letters)
    }

    /// How many letters of the text stand in common words.
    static func knownLetters(in text: String) -> Int {
        text.lowercased().split { !$0.isLetter && $0 != "'" }
            .reduce(0) { $0 + (isCommon(String($1)) ? $1.count : 0) }
    }

    static func isCommon(_ word: String) -> Bool { words.contains(word) }

    private static func index(of scalar: Unicode.Scalar) -> Int? {
        guard ("a"..."z").contains(scalar) else { return nil }
        return Int(scalar.value - 97)
    }

    /// Natural logarithms of the relative frequencies of a…z in English text (8.2 % for a, 12.7 %
    /// for e, as in the usual tables).
    private static let logFrequencies: [Double] = [
        -2.50, -4.20, -3.58, -3.15, -2.06, -3.82, -3.91, -2.80, -2.66,
        -6.50, -4.87, -3.22, -3.73, -2.70, -2.59, -3.96, -6.96, -2.81,
        -2.76, -2.40, -3.58, -4.63, -3.73, -6.50, -3.91, -7.21,
    ]

    private static let words: Set<String> = {
        let common = """
            a i the of and to in is you that it he was for on are as with his they at be this have
            from or had by hot but some what there we can out other were all your when up use word
            how said an each she which do their time if will way about many then them would write
            like so these her long make thing see him two has look more day could go come did my
            sound no most number who over know water than call first people may down side been now
            find any new work part take get place made live where after back little only round man
            year came show every good me give our under name very through just form sentence great
            think say help low line before turn cause same mean differ move right boy old too does
            tell set three want air well also play small end put home read hand port large spell
            add even land here must big high such follow act why ask men change went light kind off
            need house picture try us again animal point mother world near build self earth father
            head stand own page should country found answer school grow study still learn plant
            cover food sun four thought let keep eye never last door between city tree cross since
            hard start might story saw far sea draw left late run while press close night real life
            few stop open seem together next white children begin got walk example ease paper often
            always music those both mark book letter until mile river car feet care second group
            carry took rain eat room friend began idea fish mountain north once base hear horse cut
            sure watch color face wood main enough plain girl usual young ready above ever red list
            though feel talk bird soon body dog family direct pose leave song measure state product
            black short numeral class wind question happen complete ship area half rock order fire
            south problem piece told knew pass farm top whole king size heard best hour better true
            during hundred remember step early hold west ground interest reach fast five sing listen
            six table travel less morning ten simple several vowel toward war lay against pattern
            slow center love person money serve appear road map science rule govern pull cold notice
            voice fall power town fine certain fly unit lead cry dark machine note wait plan figure
            star box noun field rest correct able pound done beauty drive stood contain front teach
            week final gave green quick develop sleep warm free minute strong special mind behind
            clear tail produce fact street inch lot nothing course stay wheel full force blue object
            decide surface deep moon island foot yet busy test record boat common gold possible
            plane age dry wonder laugh thousand ago ran check game shape yes miss brought heat snow
            bed bring sit perhaps fill east weight language among
            plus minus times divided multiplied multiply divide subtract sum product difference
            square squared cube cubed root half double triple twice equals equal compute calculate
            percent modulo mod factorial remainder raised total count letters words numbers
            hello welcome attack defend dawn secret message meet midnight code cipher treasure
            buried garden bridge castle enemy agent key password hidden noon tomorrow tonight
            today yesterday please thank thanks reverse reversed sort decode banana apple orange
            strawberry lemon cherry coffee bread butter cheese winter summer spring autumn brown
            fox jumps lazy quiet silver forest window kitchen doctor teacher student library
            computer program conductor orchestra podium swift language model
            """
        let split = common.split(whereSeparator: \.isWhitespace).map(String.init)
        return Set(split + NumberWords.vocabulary + ["million"])
    }()
}
