namespace SupportPlatform.Knowledge;

/// <summary>A store's instructions to its assistant. The key is the store's id; administrators only.</summary>
[Alias("support.knowledge.IInstructionsGrain")]
public interface IInstructionsGrain : IGrainWithStringKey
{
    /// <summary>Adds an instruction, or a version to the one with its id; the same again adds none.</summary>
    [Alias("Put")]
    Task<InstructionView> Put(InstructionEntry entry, CancellationToken cancellationToken = default);

    /// <summary>An instruction.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.SourceNotFound"/>.</exception>
    [Alias("Get")]
    Task<InstructionView> Get(string id, CancellationToken cancellationToken = default);

    /// <summary>A page of instructions, by id.</summary>
    /// <param name="after">The id after which the page begins; null for the first page.</param>
    /// <param name="limit">How many at most, 1 to 500.</param>
    /// <param name="cancellationToken">Ends it.</param>
    [Alias("List")]
    Task<InstructionPage> List(string? after, int limit, CancellationToken cancellationToken = default);

    /// <summary>The versions of an instruction.</summary>
    [Alias("History")]
    Task<InstructionHistory> History(string id, CancellationToken cancellationToken = default);

    /// <summary>Removes an instruction with its versions.</summary>
    [Alias("Delete")]
    Task Delete(string id, CancellationToken cancellationToken = default);

    /// <summary>Adds or replaces many; a line that is refused does not stop the others.</summary>
    [Alias("Import")]
    Task<ImportResult> Import(InstructionImport import, CancellationToken cancellationToken = default);

    /// <summary>The exact prompt that a message would produce.</summary>
    [Alias("Preview")]
    Task<PromptPreview> Preview(AskQuestion question, CancellationToken cancellationToken = default);

    /// <summary>Answers messages with a draft and without.</summary>
    [ResponseTimeout("00:05:00")]
    [Alias("Test")]
    Task<InstructionTestResult> Test(InstructionTest test, CancellationToken cancellationToken = default);

    /// <summary>How answers of the last 90 days fared with an instruction and without it.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.SourceNotFound"/>.</exception>
    [Alias("GetEffect")]
    Task<InstructionEffect> GetEffect(string id, CancellationToken cancellationToken = default);
}
