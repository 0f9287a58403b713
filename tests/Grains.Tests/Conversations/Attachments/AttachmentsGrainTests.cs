using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Security;
using Xunit;

namespace SupportPlatform.Grains.Tests.Conversations;

[Collection(SiloCollection.Name)]
public sealed class AttachmentsGrainTests(SiloFixture fixture)
{
    private const string Lamp = "# Lamp\n\nThe lamp weighs 900 g.";

    [Fact]
    public async Task Add_AFile_IsReadAndSaidOnceAndServesItsConversationAlone()
    {
        var client = await Customer();
        var turns = Listen(client.Store);

        var added = await client.Add("lamp.md", Lamp);
        var processed = Assert.Single(await client.UntilProcessed(1));
        await client.Post("How heavy is it?");
        var input = await turns.Reader.ReadAsync();

        Assert.Equal((AttachmentKinds.File, "lamp.md", "text/markdown", SourceStatuses.Queued), (added.Kind, added.Name, added.MediaType, added.Status));
        Assert.Contains($"\"attachmentId\":\"{added.AttachmentId}\",\"status\":\"ready\",\"title\":\"Lamp\"", processed.Data, StringComparison.Ordinal);
        Assert.Contains("900 g", Assert.Single(input.Beside!.Passages).Text, StringComparison.Ordinal);
        Assert.False(input.Attaches);

        var other = await Customer(client.Store);
        await other.Post("How heavy is it?");
        Assert.Null((await turns.Reader.ReadAsync()).Beside);
        CallerContext.Current = Caller.Administrator;
        var hits = await fixture.Grains.GetGrain<IKnowledgeGrain>(client.Store).Search(new SearchQuery { Query = "How heavy is the lamp?" });
        var sources = await fixture.Grains.GetGrain<ISourcesGrain>(client.Store).List(new ListSources { Kind = SourceKinds.Document });
        Assert.Empty(hits.Hits);
        Assert.Empty(sources.Items);
        var hidden = await Assert.ThrowsAsync<SupportException>(
            () => fixture.Grains.GetGrain<ISourcesGrain>(client.Store).Get(SourceKinds.Document, added.AttachmentId));
        Assert.Equal(ProblemCodes.SourceNotFound, hidden.Code);
    }

    [Fact]
    public async Task Post_AttachmentStillBeingRead_TurnWaitsForItAndSaysSo()
    {
        var client = await Customer();
        var turns = Listen(client.Store);
        var name = $"{Guid.NewGuid():N}.text";
        var held = fixture.Extractor.Hold(name);
        var added = await client.Add(name, Lamp);

        await client.Post("", added.AttachmentId);
        string? status = null;
        await foreach (var frame in client.Conversation.Follow(0, Audience.Customer))
        {
            status = frame.Kind == FrameKind.Status ? frame.Text : status;
            if (status is not null) break;
        }

        held.SetResult();
        var input = await turns.Reader.ReadAsync();

        Assert.Equal("reading", status);
        Assert.True(input.Attaches);
        Assert.Equal("", Assert.Single(input.Questions));
        Assert.Single(input.Beside!.Passages);
    }

    [Fact]
    public async Task Post_AttachmentThatIsNeverRead_IsAnsweredAfterABoundedTime()
    {
        var client = await Customer();
        var turns = Listen(client.Store);
        var name = $"{Guid.NewGuid():N}.text";
        var held = fixture.Extractor.Hold(name);
        var added = await client.Add(name, Lamp);

        await client.Post("Hello?", added.AttachmentId);

        Assert.Null((await turns.Reader.ReadAsync()).Beside);
        held.SetResult();
        await client.UntilProcessed(1);
    }

    [Fact]
    public async Task Post_AttachmentOfAnotherMessageStillBeingRead_IsNotWaitedFor()
    {
        var client = await Customer();
        var turns = Listen(client.Store);
        var name = $"{Guid.NewGuid():N}.text";
        var held = fixture.Extractor.Hold(name);
        var earlier = await client.Add(name, Lamp);
        await client.Post("Here it is.", earlier.AttachmentId);
        await turns.Reader.ReadAsync();
        await client.Follower().UntilAnswers(1);
        var waiting = await client.Add("later" + name, Lamp + " Or so.");
        await client.UntilProcessed(1);

        // With one of an answered message still being read, only the one of its own counts.
        var statuses = Statuses(client, await client.Post("And this?", waiting.AttachmentId));
        var input = await turns.Reader.ReadAsync();

        Assert.Contains("Or so.", Assert.Single(input.Beside!.Passages).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("reading", await statuses);
        held.SetResult();
        await client.UntilProcessed(2);
    }

    [Fact]
    public async Task Add_DuringATurn_IsUsedByTheMessageThatBringsIt()
    {
        var client = await Customer();
        var turns = Listen(client.Store, waits: input => input.Beside is null);
        await client.Post("How heavy is the lamp?");
        await turns.Reader.ReadAsync();

        var added = await client.Add("lamp.text", Lamp);
        await client.Post("Here is its manual.", added.AttachmentId);
        var input = await turns.Reader.ReadAsync();

        Assert.Equal("How heavy is the lamp?|Here is its manual.", string.Join('|', input.Questions));
        Assert.Single(input.Beside!.Passages);
        var follower = client.Follower();
        await follower.UntilAnswers(1);
        var brought = Assert.Single(follower.Messages, m => m.Attachments is not null).Attachments!.Value;
        Assert.Equal((added.AttachmentId, "lamp.text", (long)Lamp.Length), (brought[0].AttachmentId, brought[0].Name, brought[0].Bytes));
    }

    [Fact]
    public async Task Add_SameClientsIdAtOnce_IsOneAttachment()
    {
        var client = await Customer();

        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => client.Add($"{i}.md", Lamp + i, "c-1")));
        var again = await client.Add("later.md", Lamp, "c-1");

        var only = Assert.Single((await client.Attachments.List()).Attachments);
        Assert.All(added.Append(again), a => Assert.Equal(only.AttachmentId, a.AttachmentId));
    }

    [Fact]
    public async Task Add_AtOnceBeyondWhatMayWait_IsRefusedUntilSomeAreSent()
    {
        var client = await Customer();

        var tries = await Task.WhenAll(Enumerable.Range(0, Limits.AttachmentsWaiting + 3).Select(async i =>
        {
            try
            {
                return await client.Add($"{i}.md", $"{Lamp} {i}");
            }
            catch (SupportException e) when (e.Code == ProblemCodes.TooManyAttachments)
            {
                return null;
            }
        }));
        var ids = tries.OfType<AttachmentView>().Select(a => a.AttachmentId).ToArray();
        await client.Post("See these.", ids[..Limits.AttachmentsPerMessage]);

        Assert.Equal(Limits.AttachmentsWaiting, ids.Length);
        Assert.NotNull(await client.Add("more.md", Lamp));
        await Refused(ProblemCodes.TooManyAttachments, () => client.Post("Too many.", ids[..(Limits.AttachmentsPerMessage + 1)]));
        await Refused(ProblemCodes.InvalidRequest, () => client.Post("Twice.", ids[0], ids[0]));
    }

    [Fact]
    public async Task Delete_BeforeAndAfterItIsSent_RemovesOnlyWhatWasNot()
    {
        var client = await Customer();
        var (kept, gone) = (await client.Add("kept.md", Lamp), await client.Add("gone.md", $"{Lamp} {Guid.NewGuid()}"));
        var piece = await client.Attachments.Read(gone.AttachmentId, 2);
        await client.Post("", kept.AttachmentId);

        await client.Attachments.Delete(gone.AttachmentId);
        await Refused(ProblemCodes.AttachmentSent, () => client.Attachments.Delete(kept.AttachmentId));
        await Refused(ProblemCodes.AttachmentNotFound, () => client.Attachments.Delete(gone.AttachmentId));
        await Refused(ProblemCodes.AttachmentNotFound, () => client.Attachments.Read(gone.AttachmentId, 0));
        await Refused(ProblemCodes.AttachmentNotFound, () => client.Post("And this.", gone.AttachmentId));
        CallerContext.Current = Caller.Administrator;
        await client.Attachments.Delete(kept.AttachmentId);

        Assert.Equal((byte)'L', piece.Data[0]);
        Assert.Empty((await client.Attachments.List()).Attachments);
    }

    [Fact]
    public async Task Calls_OfOthers_FindNothing()
    {
        var client = await Customer();
        var added = await client.Add("lamp.md", Lamp);
        var other = await Customer(client.Store);
        await Refused(ProblemCodes.AttachmentNotFound, () => other.Post("Mine?", added.AttachmentId));
        await Refused(ProblemCodes.AttachmentNotFound, () => other.Attachments.Read(added.AttachmentId, 0));
        await Refused(ProblemCodes.AttachmentNotFound, () => other.Attachments.Delete(added.AttachmentId));

        CallerContext.Current = Caller.Visitor(client.Store, "somebody-else");
        await Refused(ProblemCodes.ConversationNotFound, () => client.Attachments.List());
        await Refused(ProblemCodes.ConversationNotFound, () => client.Add("mine.md", Lamp));
        CallerContext.Current = Caller.Visitor("other-store", "contact-1");
        await Refused(ProblemCodes.WrongStore, () => client.Attachments.Read(added.AttachmentId, 0));
    }

    [Fact]
    public async Task Add_Pictures_AreTakenByTheirBytes()
    {
        var client = await Customer();

        var image = await client.Add("photo.txt", ImageHeaderTests.Png(640, 480));
        var svg = await client.Add("logo.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");

        Assert.Equal((AttachmentKinds.Image, "image/png", 640, 480, SourceStatuses.Ready), (image.Kind, image.MediaType, image.Width, image.Height, image.Status));
        Assert.Equal(AttachmentKinds.File, svg.Kind);
        await Refused(ProblemCodes.ImageInvalid, () => client.Add("bomb.png", ImageHeaderTests.Png(60_000, 60_000)));
        await Refused(ProblemCodes.FileEmpty, () => client.Add("empty.md", ""));
        await Refused(ProblemCodes.FileTooLarge, () => client.Add("large.md", new byte[Limits.AttachmentBytes + 1]));
        await client.Add("old.rtf", "{\\rtf1 Hello}");
        var failed = Assert.Single(await client.UntilProcessed(2), e => e.Data.Contains("\"failed\"", StringComparison.Ordinal));
        Assert.Contains("\"code\":\"unsupported_kind\"", failed.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddAddress_WithinTheNetwork_FailsAndSaysWhy()
    {
        var client = await Customer();

        var added = await client.Attachments.AddAddress(new AddAddress { Url = "http://169.254.169.254/latest/meta-data#x", ClientAttachmentId = "c" });

        Assert.Equal((AttachmentKinds.Page, "http://169.254.169.254/latest/meta-data"), (added.Kind, added.Url));
        Assert.Contains("\"code\":\"address_refused\"", Assert.Single(await client.UntilProcessed(1)).Data, StringComparison.Ordinal);
        await Refused(ProblemCodes.InvalidRequest, () => client.Attachments.AddAddress(new AddAddress { Url = "file:///etc/passwd" }));
    }

    [Fact]
    public async Task WakeUp_SeveralTimes_SaysItOnce()
    {
        var client = await Customer();
        var added = await client.Add("lamp.md", Lamp);
        await client.UntilProcessed(1);

        // As the row that a crash left behind would, on this silo or another.
        await Due(client, added.AttachmentId);
        CallerContext.Current = Caller.System;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.Conversation.WakeUp(DueKinds.Attachment(added.AttachmentId))));
        await client.Post("Done?");
        var follower = client.Follower();
        await follower.UntilAnswers(1);

        Assert.Single(AttachmentClient.Processed(follower));
        Assert.Equal(0L, await Scalar("SELECT count(*) FROM due WHERE key = $1 AND kind LIKE 'attachment%'", client.Key));
    }

    [Fact]
    public async Task Add_ThenRestart_AttachmentIsStillUsed()
    {
        var client = await Customer();
        await client.Add("lamp.md", Lamp);
        await client.UntilProcessed(1);

        await fixture.Restart();
        var turns = Listen(client.Store);
        await client.Post("How heavy is it?");

        Assert.Single((await turns.Reader.ReadAsync()).Beside!.Passages);
    }

    /// <summary>The live statuses until a message is answered.</summary>
    private static async Task<List<string?>> Statuses(AttachmentClient client, PostReceipt posted)
    {
        var statuses = new List<string?>();
        await foreach (var frame in client.Conversation.Follow(posted.Seq, Audience.Customer))
        {
            if (frame.Kind == FrameKind.Status) statuses.Add(frame.Text);
            if (frame.Event?.Type == EventTypes.TurnCompleted) break;
        }

        return statuses;
    }

    private static async Task Refused(string code, Func<Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<SupportException>(act)).Code);

    /// <summary>A new conversation; the present flow goes on as its customer.</summary>
    private Task<AttachmentClient> Customer(string? known = null)
    {
        CallerContext.Current = Caller.Administrator;
        var store = known ?? $"s-{Guid.NewGuid():N}";
        var key = ConversationKey.New(store).GrainKey;
        CallerContext.Current = Caller.Visitor(store, "contact-1");
        return Begin();

        async Task<AttachmentClient> Begin()
        {
            var client = new AttachmentClient(fixture, store, key);
            await client.Conversation.Start(new StartConversation { ContactId = "contact-1" });
            return client;
        }
    }

    /// <summary>The inputs of a store's turns as they begin.</summary>
    private Channel<TurnInput> Listen(string store, Func<TurnInput, bool>? waits = null)
    {
        var turns = Channel.CreateUnbounded<TurnInput>();
        fixture.Assistant.For(store, Run);
        return turns;

        async IAsyncEnumerable<TurnUpdate> Run(TurnInput input, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            turns.Writer.TryWrite(input);
            if (waits?.Invoke(input) == true) await Task.Delay(Timeout.Infinite, cancellationToken);
            yield return new TurnFinished(ScriptedAssistant.Result("So it is."));
        }
    }

    private Task<object?> Due(AttachmentClient client, string id) => Scalar(
        "INSERT INTO due (target, key, kind, due_at) VALUES ('conversation', $1, $2, now())", client.Key, DueKinds.Attachment(id));

    private async Task<object?> Scalar(string sql, params object[] values)
    {
        await using var connection = await fixture.Silo.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var command = connection.Statement(sql, values);
        return await command.ExecuteScalarAsync();
    }
}
