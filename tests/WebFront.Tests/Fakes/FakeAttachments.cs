using System.Collections.Concurrent;
using SupportPlatform.Conversations;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Fakes;

/// <summary>A conversation's attachments in memory, for whoever may have the conversation.</summary>
internal sealed class FakeAttachments(FakeConversation conversation) : IAttachmentsGrain
{
    private readonly ConcurrentDictionary<Guid, List<byte>> _uploads = new();
    private readonly ConcurrentDictionary<string, byte[]> _bytes = new();

    public ConcurrentDictionary<string, AttachmentView> All { get; } = new();

    /// <summary>What the next files are taken for.</summary>
    public string Kind { get; set; } = AttachmentKinds.File;

    public string? ClientId { get; private set; }

    public async Task Upload(UploadChunk chunk, CancellationToken cancellationToken = default)
    {
        await conversation.GetView(cancellationToken);
        var bytes = _uploads.GetOrAdd(chunk.Upload, _ => []);
        if (bytes.Count != chunk.Offset) throw new InvalidOperationException("A piece is missing.");
        if (bytes.Count + chunk.Data.Length > Limits.AttachmentBytes) throw new SupportException(ProblemCodes.FileTooLarge, "The file is too large.");
        bytes.AddRange(chunk.Data);
    }

    /// <summary>How many uploads are neither added nor thrown away.</summary>
    public int Uploads => _uploads.Count;

    public async Task Discard(Guid upload, CancellationToken cancellationToken = default)
    {
        await conversation.GetView(cancellationToken);
        _uploads.TryRemove(upload, out _);
    }

    public async Task<AttachmentView> Add(AddAttachment attachment, CancellationToken cancellationToken = default)
    {
        await conversation.GetView(cancellationToken);
        ClientId = attachment.ClientAttachmentId;
        var bytes = _bytes[$"a-{All.Count}"] = [.. _uploads[attachment.Upload]];
        _uploads.TryRemove(attachment.Upload, out _);
        return Keep(Kind, attachment.FileName, bytes.Length, Kind == AttachmentKinds.Image ? "image/png" : "text/html");
    }

    public async Task<AttachmentView> AddAddress(AddAddress address, CancellationToken cancellationToken = default)
    {
        await conversation.GetView(cancellationToken);
        return Keep(AttachmentKinds.Page, address.Url, 0, "text/html");
    }

    public async Task<AttachmentList> List(CancellationToken cancellationToken = default)
    {
        await conversation.GetView(cancellationToken);
        return new AttachmentList { Attachments = [.. All.Values.OrderBy(a => a.AttachmentId, StringComparer.Ordinal)] };
    }

    public async Task Delete(string attachmentId, CancellationToken cancellationToken = default)
    {
        await conversation.GetView(cancellationToken);
        if (!All.TryRemove(attachmentId, out _)) throw NotFound();
    }

    public async Task<AttachmentPiece> Read(string attachmentId, long offset, CancellationToken cancellationToken = default)
    {
        await conversation.GetView(cancellationToken);
        if (!_bytes.TryGetValue(attachmentId, out var bytes)) throw NotFound();
        return new AttachmentPiece { Attachment = All[attachmentId], Data = [.. bytes.Skip((int)offset).Take(Limits.ChunkBytes)] };
    }

    private static SupportException NotFound() => new(ProblemCodes.AttachmentNotFound, "There is no such attachment.");

    private AttachmentView Keep(string kind, string name, long bytes, string mediaType)
    {
        var id = $"a-{All.Count}";
        return All[id] = new AttachmentView
        {
            AttachmentId = id,
            Kind = kind,
            Name = name,
            MediaType = mediaType,
            Bytes = bytes,
            Url = kind == AttachmentKinds.Page ? name : null,
            Status = kind == AttachmentKinds.Image ? SourceStatuses.Ready : SourceStatuses.Queued,
        };
    }
}
