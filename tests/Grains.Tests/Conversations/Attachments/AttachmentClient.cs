using System.Text;
using SupportPlatform.Conversations;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Grains.Tests.Conversations;

/// <summary>A customer who attaches things to a new conversation of a new store.</summary>
internal sealed class AttachmentClient(SiloFixture fixture, string store, string key)
{
    public string Store { get; } = store;

    public string Key { get; } = key;

    public IConversationGrain Conversation => fixture.Grains.GetGrain<IConversationGrain>(Key);

    public IAttachmentsGrain Attachments => fixture.Grains.GetGrain<IAttachmentsGrain>(Key);

    public Follower Follower() => new(Conversation);

    public Task<AttachmentView> Add(string name, string text, string? clientId = null) => Add(name, Encoding.UTF8.GetBytes(text), clientId);

    public async Task<AttachmentView> Add(string name, byte[] bytes, string? clientId = null)
    {
        var upload = Guid.NewGuid();
        var offset = 0;
        foreach (var piece in bytes.Chunk(Limits.ChunkBytes).DefaultIfEmpty([]))
        {
            await Attachments.Upload(new UploadChunk { Upload = upload, Offset = offset, Data = [.. piece] });
            offset += piece.Length;
        }

        return await Attachments.Add(new AddAttachment { Upload = upload, FileName = name, Bytes = bytes.Length, ClientAttachmentId = clientId });
    }

    public Task<PostReceipt> Post(string text, params string[] attachments) =>
        Conversation.Post(new PostMessage { ClientMessageId = Guid.NewGuid().ToString("N"), Text = text, Attachments = [.. attachments] });

    /// <summary>Follows until so many attachments have been read.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> UntilProcessed(int count)
    {
        var follower = Follower();
        await follower.Until(f => Processed(f).Count() == count);
        return [.. Processed(follower)];
    }

    public static IEnumerable<LoggedEvent> Processed(Follower follower) =>
        follower.Events.Where(e => e.Type == EventTypes.AttachmentProcessed);
}
