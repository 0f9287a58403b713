using System.Diagnostics.Metrics;
using SupportPlatform.Grains.Tests.Models;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge;

/// <summary>Vectors from a server that speaks the protocol; it gives texts of like letters like vectors.</summary>
public sealed class VectorTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    // No word in common, and nearly the same letters.
    private const string Query = "regnits siht";
    private static readonly KnowledgeSnapshot Knowledge = new(
    [
        DocumentReader.Read("a.md", "# A\n\nThis stinger."),
        DocumentReader.Read("b.md", "# B\n\nFuzzy popcorn bubble."),
        DocumentReader.Read("c.md", "# C\n\nQuick jumbo wolf."),
    ]);

    private static readonly string[] Filler = ["Fuzzy popcorn bubble", "Quick jumbo wolf", "Dull cold mop"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vectors-");
    private readonly FakeTimeProvider _time = new();
    private ScriptedModel _model = null!;

    public async Task InitializeAsync()
    {
        _model = await ScriptedModel.Start();
        await using var command = database.DataSource.CreateCommand("DELETE FROM passage_vectors");
        await command.ExecuteNonQueryAsync();
    }

    public async Task DisposeAsync()
    {
        await _model.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Search_LikeMeaningWithOtherWords_IsFound()
    {
        await using var node = Node();
        var knowledge = Knowledge.With(await Vectors(node));

        var asked = await node.Vectors.OfQueries(knowledge, [Query], CancellationToken.None);

        Assert.Empty(Knowledge.Search(Knowledge.Read(Query), 3));
        Assert.Equal("a.md", knowledge.Search(knowledge.Read(Query, asked[Query]), 3)[0].Passage.Source);
    }

    [Fact]
    public async Task Of_AgainAfterARestart_SendsNothing()
    {
        await using (var first = Node()) await Vectors(first);
        await using var second = Node();

        var vectors = await Vectors(second);

        Assert.Equal(3, vectors.ByDigest.Count);
        Assert.Equal(3, Assert.Single(_model.Requests).Body.GetProperty("input").GetArrayLength());
    }

    [Fact]
    public async Task Of_PassagesThatAreGone_LeaveNoVectors()
    {
        await using var node = Node();
        var all = await Vectors(node);

        var left = await node.Vectors.Of("shop", Knowledge.Passages.Take(1), [], all, CancellationToken.None);

        Assert.Single(left.ByDigest);
        await using var count = database.DataSource.CreateCommand("SELECT count(*) FROM passage_vectors");
        Assert.Equal(1L, await count.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Of_PassagesThatWentWhileNobodyLooked_LeaveNoVectors()
    {
        await using (var first = Node()) await Vectors(first);
        await using (var age = database.DataSource.CreateCommand("UPDATE passage_vectors SET made_at = now() - interval '1 hour'"))
            await age.ExecuteNonQueryAsync();
        await using var second = Node();

        await second.Vectors.Of("shop", Knowledge.Passages.Take(1), [], PassageVectors.None, CancellationToken.None);

        await using var count = database.DataSource.CreateCommand("SELECT count(*) FROM passage_vectors");
        Assert.Equal(1L, await count.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Of_TwoSilosAtOnce_KeepOneEach()
    {
        await using var first = Node();
        await using var second = Node();

        var both = await Task.WhenAll(Vectors(first), Vectors(second));

        Assert.All(both, v => Assert.Equal(3, v.ByDigest.Count));
        await using var count = database.DataSource.CreateCommand("SELECT count(*) FROM passage_vectors");
        Assert.Equal(3L, await count.ExecuteScalarAsync());
    }

    [Fact]
    public async Task OfQueries_ServerFails_IsEmptyAndNotAskedForAWhile()
    {
        await using var node = Node();
        var knowledge = Knowledge.With(await Vectors(node));
        _model.EmbeddingFailure = 500;
        var results = new List<string>();
        using var listener = Listen(results);

        Assert.Empty(await node.Vectors.OfQueries(knowledge, [Query], CancellationToken.None));
        Assert.Empty(await node.Vectors.OfQueries(knowledge, [Query], CancellationToken.None));
        Assert.Equal(2, _model.Requests.Count);
        _model.EmbeddingFailure = null;
        _time.Advance(TimeSpan.FromSeconds(31));

        Assert.Single(await node.Vectors.OfQueries(knowledge, [Query], CancellationToken.None));
        Assert.Equal(["failed", "skipped", "ok"], results);
    }

    [Fact]
    public async Task OfQueries_ServerIsSilent_IsEmptyInTime()
    {
        await using var node = Node();
        var knowledge = Knowledge.With(await Vectors(node));
        _model.EmbeddingFailure = 0;

        var asked = await node.Vectors.OfQueries(knowledge, [Query], CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Empty(asked);
        await _model.Requests[^1].ClosedByClient.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Of_ServerFails_LeavesWordsAlone()
    {
        _model.EmbeddingFailure = 503;
        await using var node = Node();

        var knowledge = Knowledge.With(await Vectors(node));

        Assert.False(knowledge.HasVectors);
        Assert.Equal("a.md", knowledge.Search(knowledge.Read("stinger"), 3)[0].Passage.Source);
        Assert.Empty(await node.Vectors.OfQueries(knowledge, [Query], CancellationToken.None));
    }

    [Fact]
    public async Task Library_LoadedStore_GetsVectors()
    {
        await using var node = Node();
        await node.Add("shop", "lamp.md", "# Lamp\n\nThis stinger.");
        await node.Worker.Work(CancellationToken.None);

        await node.Library.Of("shop", CancellationToken.None);
        await _model.NextRequest().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        await node.Library.VectorsAdded("shop").WaitAsync(TimeSpan.FromSeconds(20));

        Assert.True((await node.Library.Of("shop", CancellationToken.None)).HasVectors);
    }

    [Fact]
    public async Task Of_EntriesAndInstructions_HaveVectorsToo()
    {
        await using var node = Node();
        var entry = FaqReader.Read("faq", "This stinger", [], "Fuzzy popcorn.");
        var instruction = new Instruction("i", 1, new InstructionEntry { Type = "product", Text = "Quick jumbo wolf." });

        var vectors = await node.Vectors.Of("shop", entry.Passages, [instruction], PassageVectors.None, CancellationToken.None);

        Assert.Equal(
            new[] { PassageVectors.DigestOf(entry.Passages[0]), PassageVectors.DigestOf(instruction) }.Order(StringComparer.Ordinal),
            vectors.ByDigest.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_MeantWithoutAWordInCommon_IsAnsweredFromThePassageThatStandsOut()
    {
        await using var node = Node();
        var others = Enumerable.Range(0, 60).Select(i => DocumentReader.Read($"o{i}.md", $"# O\n\n{Filler[i % 3]} number {i} {new string((char)('j' + (i % 6)), 8)}."));
        var library = new FixedLibrary();
        library.Set(Shop.Store, [DocumentReader.Read("a.md", "# T\n\nThis stinger."), .. others]);
        var words = library.Of(Shop.Store);
        var knowledge = words.With(await node.Vectors.Of("shop", words.Passages, [], PassageVectors.None, CancellationToken.None));
        var asked = await node.Vectors.OfQueries(knowledge, [Query], CancellationToken.None);

        var plan = QuestionPlanner.Plan(knowledge, new Turns(library).Input(Query) with { Vectors = asked });
        var byWords = QuestionPlanner.Plan(words, new Turns(library).Input(Query));

        Assert.Equal((Decision.Answer, "a.md"), (plan.Decision, plan.Questions[0].Found[0].Statement.Passage.Source));
        Assert.Equal(Decision.OfferPerson, byWords.Decision);
    }

    [Fact]
    public async Task Read_EntryMeantWithoutAWordInCommon_IsSure()
    {
        await using var node = Node();
        var words = new KnowledgeSnapshot(
            [FaqReader.Read("faq", "This stinger", [], "Yes."), .. Enumerable.Range(0, 60).Select(i => FaqReader.Read($"o{i}", $"{Filler[i % 3]} {i} {new string((char)('j' + (i % 6)), 8)}", [], "No."))]);
        var knowledge = words.With(await node.Vectors.Of("shop", words.Passages, [], PassageVectors.None, CancellationToken.None));
        var asked = await node.Vectors.OfQueries(knowledge, [Query], CancellationToken.None);

        var sure = knowledge.Read(Query, asked[Query]).Entries.MaxBy(e => e.Value);

        Assert.Equal("faq", sure.Key.Source);
        Assert.True(sure.Value >= AnswerPolicy.Answers, $"{sure.Value}");
    }

    [Fact]
    public async Task Rank_InstructionsWithVectors_ByMeaningElseByWords()
    {
        await using var node = Node();
        Instruction[] instructions = [Of("near", "This stinger."), Of("far", "Fuzzy popcorn bubble.", 9)];
        var vectors = await node.Vectors.Of("shop", Knowledge.Passages, instructions, PassageVectors.None, CancellationToken.None);
        var asked = await node.Vectors.OfQueries(Knowledge.With(vectors), [Query], CancellationToken.None);

        Assert.Equal(["near", "far"], InstructionRanking.Rank(instructions, [Query], [asked[Query]], vectors).Select(i => i.Id));
        Assert.Equal(["far", "near"], InstructionRanking.Rank(instructions, [Query], [], vectors).Select(i => i.Id));
        Assert.Equal(["far", "near"], InstructionRanking.Rank(instructions, [Query], [asked[Query]], PassageVectors.None).Select(i => i.Id));
    }

    private static Instruction Of(string id, string text, int priority = 0) => new(id, 1, new InstructionEntry { Type = "product", Text = text, Priority = priority });

    private static MeterListener Listen(List<string> results)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "support.embeddings") self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            foreach (var (key, value) in tags)
                if (key == "result") results.Add((string)value!);
        });
        listener.Start();
        return listener;
    }

    private static Task<PassageVectors> Vectors(SourcesNode node) => node.Vectors.Of("shop", Knowledge.Passages, [], PassageVectors.None, CancellationToken.None);

    private SourcesNode Node() => new(database.DataSource, _folder.FullName, _time, _model.Url);
}
