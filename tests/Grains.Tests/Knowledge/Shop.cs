using SupportPlatform.Knowledge;

namespace SupportPlatform.Grains.Tests.Knowledge;

/// <summary>A small shop's knowledge: two products with like manuals, and an article.</summary>
internal static class Shop
{
    public const string Store = "shop";

    private const string Lamp = """
        # Manual no. 1
        Aurora Lamp, price €40.

        ## Technical data
        - **Weight**: 900 g
        - **Battery**: 2600 mAh, built in
        - **Brightness**: 320 lumens
        - **Heat output**: not specified

        ## Charging
        Charge the lamp before its first use:

        1. Open the cover at the back.
        2. Plug in the cable.
        3. Wait until the ring turns green.

        ## Warranty
        The lamp is covered for 2 years from the day of purchase.

        ## FAQ
        1) Can the lamp stay out in the rain?
           Yes, the Aurora Lamp is splash-proof, but it must not lie in water.

        2) How long does one charge last?
           A full charge lasts for about 9 hours at half brightness.

        ## Reviews
        - The lamp weighs 2 kg, I am sure of it!
        """;

    private const string Heater = """
        # Manual no. 2
        Borealis Heater, price €120.

        ## Technical data
        - **Weight**: 6 kg
        - **Power**: 1,800 W

        ## Warranty
        The heater is covered for 5 years from the day of purchase.

        ## FAQ
        1) Can the heater be used in a bathroom?
           No, the Borealis Heater is not made for damp rooms.
        """;

    private const string Delivery = """
        ---
        title: Delivery and returns
        ---

        # Delivery and returns

        ## Costs

        | Country | Cost | Time |
        |---|---|---|
        | Austria | €6 | 2 days |
        | Germany | €4 | 1 day |

        ## Sending something back

        You may send back what you bought within 30 days. More is at https://shop.example/returns.
        """;

    public static FixedLibrary Library(params SourceDocument[] more)
    {
        var library = new FixedLibrary();
        library.Set(Store, [.. Documents(), .. more]);
        return library;
    }

    public static KnowledgeSnapshot Snapshot(params SourceDocument[] more) => Library(more).Of(Store);

    public static IEnumerable<RankedPassage> Search(this KnowledgeSnapshot knowledge, string query) =>
        knowledge.Search(knowledge.Read(query), 3);

    private static IEnumerable<SourceDocument> Documents() =>
    [
        DocumentReader.Read("aurora-lamp.md", Lamp),
        DocumentReader.Read("borealis-heater.md", Heater),
        DocumentReader.Read("delivery.md", Delivery),
    ];
}
