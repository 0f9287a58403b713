namespace SupportPlatform.Knowledge;

/// <summary>How the interface's description speaks of a kind of entry.</summary>
/// <param name="Tag">The tag of its operations.</param>
/// <param name="Name">Its name in the operations' names.</param>
/// <param name="Add">What adding one does.</param>
/// <param name="List">What the list is.</param>
/// <param name="Get">What reading one gives.</param>
/// <param name="Put">What putting one does.</param>
/// <param name="Delete">What deleting one does.</param>
/// <param name="Import">What an import does.</param>
/// <param name="Export">What an export is.</param>
internal sealed record EntryWords(
    string Tag, string Name, string Add, string List, string Get, string Put, string Delete, string Import, string Export)
{
    /// <summary>The words for a kind of which there is one version each.</summary>
    /// <param name="tag">The tag of its operations.</param>
    /// <param name="name">Its name in the operations' names.</param>
    /// <param name="one">One of them, with the article.</param>
    /// <param name="many">Several of them.</param>
    public static EntryWords Of(string tag, string name, string one, string many) => new(
        tag, name, $"Adds {one}.", $"The {many}, by id.", $"{char.ToUpperInvariant(one[0])}{one[1..]}.", $"Adds or replaces {one}.", $"Removes {one}.",
        $"Adds or replaces {many} from JSON Lines; with dryRun=true says what it would do.", $"All {many} as JSON Lines.");
}
