using System.Collections.Immutable;
using System.Text;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Knowledge;
using SupportPlatform.Security;
using Xunit;

namespace SupportPlatform.Grains.Tests.Knowledge;

[Collection(SiloCollection.Name)]
public sealed class SourcesGrainTests(SiloFixture fixture)
{
    [Fact]
    public async Task AddDocument_UploadInPieces_IsReadFoundAndDeleted()
    {
        var naming = fixture.NewStore();
        var store = await naming;
        var grain = fixture.Grains.GetGrain<ISourcesGrain>(store);
        var added = await Add(grain, "lamp.md", "# Lamp\n\nIt weighs 900 g.");

        var ready = await UntilRead(grain, added.Id);
        var hit = (await Search(store, "How heavy is the lamp?")).Hits[0];
        await grain.Delete(SourceKinds.Document, added.Id);
        var after = await Search(store, "How heavy is the lamp?");

        Assert.Equal(SourceStatuses.Ready, ready.Status);
        Assert.Equal("lamp.md", hit.Source);
        Assert.Empty(after.Hits);
        var refusal = await Assert.ThrowsAsync<SupportException>(() => grain.Get(SourceKinds.Document, added.Id));
        Assert.Equal(ProblemCodes.SourceNotFound, refusal.Code);
    }

    [Fact]
    public async Task Search_AfterARestart_FindsWhatWasAdded()
    {
        var naming = fixture.NewStore();
        var store = await naming;
        var grain = fixture.Grains.GetGrain<ISourcesGrain>(store);
        await UntilRead(grain, (await Add(grain, "lamp.md", "# Lamp\n\nIt weighs 900 g.")).Id);
        await fixture.Grains.GetGrain<IFaqsGrain>(store).Put(new FaqEntry { Id = "gift", Question = "Do you wrap gifts?", Answer = "Yes, for free." });

        await fixture.Restart();

        Assert.Equal("lamp.md", (await Search(store, "How heavy is the lamp?")).Hits[0].Source);
        Assert.Equal("gift", (await Search(store, "Is gift wrapping free?")).Hits[0].Source);
    }

    [Fact]
    public async Task Audience_Staff_IsUsedForStaffAlone()
    {
        var naming = fixture.NewStore();
        var store = await naming;
        var knowledge = fixture.Grains.GetGrain<IKnowledgeGrain>(store);
        var grain = fixture.Grains.GetGrain<ISourcesGrain>(store);
        await UntilRead(grain, (await Add(grain, "lamp.md", "# Lamp\n\nThe lamp weighs 900 g.")).Id);
        await UntilRead(grain, (await Add(grain, "margins.md", "# Margins\n\nThe margin of the lamp is 40 percent.", Audiences.Staff)).Id);
        await fixture.Grains.GetGrain<IFaqsGrain>(store).Put(new FaqEntry { Id = "refunds", Question = "Who approves refunds?", Answer = "Ada does.", Audience = Audiences.Staff });
        await fixture.Grains.GetGrain<IArticlesGrain>(store).Put(new ArticleEntry { Id = "rota", Title = "Rota", Body = "Ben works on Monday.", Audience = Audiences.Staff });

        foreach (var query in new[] { "margin of the lamp", "Who approves refunds?", "Who works on Monday?" })
        {
            var open = await knowledge.Search(new SearchQuery { Query = query });
            var all = await knowledge.Search(new SearchQuery { Query = query, Audience = Audiences.Staff });
            Assert.DoesNotContain(open.Hits, h => h.Source != "lamp.md");
            Assert.Contains(all.Hits, h => h.Source is "margins.md" or "refunds" or "rota");
        }

        var help = fixture.Grains.GetGrain<Help.IHelpCentreGrain>(store);
        Assert.Empty((await help.GetContents("en")).Articles);
        Assert.Empty((await help.GetContents("en")).Questions);
        Assert.Null(await help.GetArticle("rota"));
        Assert.Empty(await help.Search("Who approves refunds?", "en"));
        Assert.Equal(Audiences.Staff, (await fixture.Grains.GetGrain<IFaqsGrain>(store).Get("refunds")).Audience);

        // From everybody to staff, with the same bytes: at once, though it is read again.
        await Add(grain, "lamp.md", "# Lamp\n\nThe lamp weighs 900 g.", Audiences.Staff);
        Assert.Empty((await knowledge.Search(new SearchQuery { Query = "How heavy is the lamp?" })).Hits);
        Assert.NotEmpty((await knowledge.Search(new SearchQuery { Query = "How heavy is the lamp?", Audience = Audiences.Staff })).Hits);
        await Refused(ProblemCodes.InvalidRequest, () => knowledge.Search(new SearchQuery { Query = "lamp", Audience = "all" }));
    }

    [Fact]
    public async Task Upload_OutOfOrderOrTooLarge_IsRefused()
    {
        var naming = fixture.NewStore();
        var grain = fixture.Grains.GetGrain<ISourcesGrain>(await naming);
        var upload = Guid.NewGuid();
        await grain.Upload(new UploadChunk { Upload = upload, Offset = 0, Data = [1, 2, 3] });

        await Refused(ProblemCodes.InvalidRequest, () => grain.Upload(new UploadChunk { Upload = upload, Offset = 2, Data = [4] }));
        await Refused(ProblemCodes.InvalidRequest, () => grain.Upload(new UploadChunk { Upload = Guid.NewGuid(), Offset = 3, Data = [4] }));
        await Refused(ProblemCodes.InvalidRequest, () => grain.Upload(new UploadChunk { Upload = upload, Offset = 3, Data = [.. new byte[Limits.ChunkBytes + 1]] }));
        await Refused(ProblemCodes.InvalidRequest, () => grain.AddDocument(new AddDocument { Upload = upload, FileName = "a.md", Bytes = 4 }));
        await Refused(ProblemCodes.InvalidRequest, () => grain.AddDocument(new AddDocument { Upload = upload, FileName = "a\n.md", Bytes = 3 }));
        await Refused(ProblemCodes.InvalidRequest, () => grain.AddDocument(new AddDocument { Upload = Guid.NewGuid(), FileName = "a.md", Bytes = 3 }));
    }

    [Fact]
    public async Task AllGrains_CalledByAVisitor_Refuse()
    {
        var naming = fixture.NewStore();
        var store = await naming;
        CallerContext.Current = Caller.Visitor(store, "contact-1");

        await Refused(ProblemCodes.AccessDenied, () => fixture.Grains.GetGrain<ISourcesGrain>(store).List(new ListSources { Kind = SourceKinds.Document }));
        await Refused(ProblemCodes.AccessDenied, () => fixture.Grains.GetGrain<ISourcesGrain>(store).Upload(new UploadChunk { Upload = Guid.NewGuid(), Offset = 0, Data = [] }));
        await Refused(ProblemCodes.AccessDenied, () => fixture.Grains.GetGrain<IFaqsGrain>(store).List(null, 10));
        await Refused(ProblemCodes.WrongStore, () => fixture.Grains.GetGrain<IFaqsGrain>(store + "x").List(null, 10));
    }

    [Fact]
    public async Task Faqs_AddPutGetDelete_KeepOneEntryAnId()
    {
        var naming = fixture.NewStore();
        var store = await naming;
        var faqs = fixture.Grains.GetGrain<IFaqsGrain>(store);
        var added = await faqs.Add(new FaqEntry { Question = "Do you ship to Malta?", Answer = "Yes.", Variants = ["Malta shipping?"], Category = "Delivery" });

        await Refused(ProblemCodes.SourceExists, () => faqs.Add(new FaqEntry { Question = "do you  ship to malta?", Answer = "No." }));
        var same = await faqs.Put(new FaqEntry { Id = added.Id, Question = added.Question, Answer = "Yes.", Variants = added.Variants, Category = "Delivery" });
        var changed = await faqs.Put(new FaqEntry { Id = added.Id, Question = added.Question, Answer = "Yes, in 5 days." });

        Assert.Equal((1L, 2L), (same.Revision, changed.Revision));
        Assert.Equal("Yes, in 5 days.", Assert.Single((await faqs.List(null, 10)).Items).Answer);
        Assert.Contains("5 days", (await Search(store, "Shipping to Malta")).Hits[0].Text, StringComparison.Ordinal);
        await fixture.Grains.GetGrain<ISourcesGrain>(store).Delete(SourceKinds.Faq, added.Id);
        await Refused(ProblemCodes.SourceNotFound, () => faqs.Get(added.Id));
        Assert.Empty((await Search(store, "Shipping to Malta")).Hits);
    }

    [Fact]
    public async Task FaqsImport_GoodAndBadLines_ReportsEachAndChangesNothingTwice()
    {
        var naming = fixture.NewStore();
        var store = await naming;
        var faqs = fixture.Grains.GetGrain<IFaqsGrain>(store);
        await faqs.Put(new FaqEntry { Id = "old", Question = "Old?", Answer = "Yes." });
        FaqLine[] lines =
        [
            Line(1, "old", "Old?", "Changed."), Line(2, "new", "New?", "Yes."), Line(3, "bad", " ", "Yes."), Line(4, "new", "Twice?", "No."),
            Line(5, "twin", "Old?", "Also."),
        ];

        var dry = await faqs.Import(new FaqImport { Lines = [.. lines], DryRun = true });
        var untouched = await faqs.List(null, 10);
        var real = await faqs.Import(new FaqImport { Lines = [.. lines] });
        var again = await faqs.Import(new FaqImport { Lines = [.. lines] });

        Assert.Single(untouched.Items);
        Assert.Equal((2, 1, 0, 2), (dry.Added, dry.Updated, dry.Unchanged, dry.Rejected));
        Assert.Equal((2, 1, 0, 2), (real.Added, real.Updated, real.Unchanged, real.Rejected));
        Assert.Equal((0, 0, 3, 2), (again.Added, again.Updated, again.Unchanged, again.Rejected));
        Assert.Equal([(3, "invalid_request"), (4, "duplicate_id"), (5, "duplicate_text")], real.Problems.Select(p => (p.Line, p.Code)));
        Assert.Equal("Changed.", (await faqs.Get("old")).Answer);

        static FaqLine Line(int line, string id, string question, string answer) =>
            new() { Line = line, Entry = new FaqEntry { Id = id, Question = question, Answer = answer } };
    }

    [Fact]
    public async Task Articles_Draft_IsNotFoundUntilItIsPublished()
    {
        var naming = fixture.NewStore();
        var store = await naming;
        var articles = fixture.Grains.GetGrain<IArticlesGrain>(store);
        var entry = new ArticleEntry { Id = "care", Title = "Caring for leather", Body = "Use beeswax twice a year.", State = SourceStates.Draft };
        await articles.Add(entry);
        var draft = await Search(store, "leather beeswax");
        var published = await articles.Put(entry with { State = SourceStates.Published });
        var found = await Search(store, "leather beeswax");

        Assert.Empty(draft.Hits);
        Assert.Equal((2L, "Use beeswax twice a year."), (published.Revision, published.Body));
        Assert.Equal("care", Assert.Single(found.Hits).Source);
    }

    [Theory]
    [InlineData("ftp://shop.example/a")]
    [InlineData("https://user:secret@shop.example/")]
    [InlineData("/help")]
    public async Task AddPage_NoAddress_IsRefused(string url)
    {
        var naming = fixture.NewStore();
        var grain = fixture.Grains.GetGrain<ISourcesGrain>(await naming);

        await Refused(ProblemCodes.InvalidRequest, () => grain.AddPage(new AddPage { Url = url }));
    }

    [Fact]
    public async Task AddPage_Twice_IsOneSourceInTwoRevisions()
    {
        var naming = fixture.NewStore();
        var grain = fixture.Grains.GetGrain<ISourcesGrain>(await naming);
        var first = await grain.AddPage(new AddPage { Url = "https://Shop.example/help#top" });
        var second = await grain.AddPage(new AddPage { Url = "https://shop.example/help" });

        Assert.Equal((first.Id, "https://shop.example/help", 2L), (second.Id, second.Name, second.Revision));
        Assert.Single((await grain.List(new ListSources { Kind = SourceKinds.Page })).Items);
    }

    [Theory]
    [InlineData("", "a", null, null)]
    [InlineData("q", " ", null, null)]
    [InlineData("q", "a\0b", null, null)]
    [InlineData("q", "a", "an id", null)]
    [InlineData("q", "a", null, "not a locale")]
    public async Task FaqsPut_OutOfBounds_IsRefused(string question, string answer, string? id, string? locale)
    {
        var naming = fixture.NewStore();
        var faqs = fixture.Grains.GetGrain<IFaqsGrain>(await naming);

        await Refused(ProblemCodes.InvalidRequest, () => faqs.Put(new FaqEntry { Id = id, Question = question, Answer = answer, Locale = locale }));
    }

    [Fact]
    public async Task FaqsPut_HalfACharacter_IsRefused()
    {
        var naming = fixture.NewStore();
        var faqs = fixture.Grains.GetGrain<IFaqsGrain>(await naming);

        await Refused(ProblemCodes.InvalidRequest, () => faqs.Put(new FaqEntry { Question = "q", Answer = "\uFFFD a\ud800b" }));
    }

    private static async Task Refused(string code, Func<Task> call) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<SupportException>(call)).Code);

    private static async Task<SourceView> Add(ISourcesGrain grain, string name, string text, string audience = Audiences.Customers)
    {
        var bytes = ImmutableArray.Create(Encoding.UTF8.GetBytes(text));
        var upload = Guid.NewGuid();
        await grain.Upload(new UploadChunk { Upload = upload, Offset = 0, Data = bytes[..5] });
        await grain.Upload(new UploadChunk { Upload = upload, Offset = 5, Data = bytes[5..] });
        return await grain.AddDocument(new AddDocument { Upload = upload, FileName = name, Bytes = bytes.Length, Audience = audience });
    }

    private static async Task<SourceView> UntilRead(ISourcesGrain grain, string id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var source = await grain.Get(SourceKinds.Document, id, limit.Token);
            if (source.Status is SourceStatuses.Ready or SourceStatuses.Failed) return source;
        }
    }

    private Task<SearchResult> Search(string store, string query) =>
        fixture.Grains.GetGrain<IKnowledgeGrain>(store).Search(new SearchQuery { Query = query });
}
