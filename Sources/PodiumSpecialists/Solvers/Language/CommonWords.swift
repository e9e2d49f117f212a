/// Words by which English is known.
enum CommonWords {
    /// The most common words of all texts, and the number words.
    static let few = Set(
        """
        a i the of and to in is you that it he was for on are as with his they at be this have from
        or had by not but what there we can out other were all your when up use how said an each she
        which do their time if will way about many then them would write like so these her long make
        see him has look more day could go come did no who people over know water than first may
        down now find any new get made live where after back only our under very me my good
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
        hundred thousand million
        """
        .split(whereSeparator: \.isWhitespace)
    )

    /// Those, words of calculation, codes and the calendar, and further frequent ones.
    static let all = few.union(
        """
        add plus minus times divided multiplied multiply divide subtract sum product difference square
        squared cube cubed root half double triple twice equals equal compute calculate percent
        percentage modulo factorial remainder raised power total count number numbers prime even odd
        value answer result solve question letter letters vowels word words text reverse sort decode
        encode code cipher key secret message hidden please tell give second minute hour today tomorrow
        yesterday date weekday week month year monday tuesday wednesday thursday friday saturday sunday
        january february march april june july august september october november december
        hello world welcome thank attack defend dawn meet midnight noon treasure buried garden bridge
        castle enemy agent great old little right left place part work house home town city school last
        never always before again between through same another much must because here why take think
        say help man men name just also well small large big high low every found still own read hand
        light night sun moon star sea river tree bird cat dog fish horse hot cold quick green red blue
        """
        .split(whereSeparator: \.isWhitespace)
    )

    /// Whether half of a text's letters stand in words that are known.
    static func knows(_ text: String) -> Bool {
        let words = text.lowercased().split { !($0.isASCII && $0.isLetter) }
        let letters = words.reduce(0) { $0 + $1.count }
        return 2 * words.reduce(0) { $0 + (all.contains($1) ? $1.count : 0) } >= letters
    }
}
