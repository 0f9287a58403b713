using System.Runtime.InteropServices;
using SupportPlatform.Agents;
using SupportPlatform.Knowledge;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations;

/// <summary>
/// Takes a conversation's attachments, beside the conversation's own grain, so that megabytes never wait before a message.
/// Whether the caller may have the conversation, that grain says.
/// </summary>
[StatelessWorker]
[GrainType("attachments")]
internal sealed class AttachmentsGrain(
    AttachmentStore attachments, DocumentFiles files, OriginalCleaner cleaner, IngestionSignal signal, TimeProvider time)
    : Grain, IAttachmentsGrain
{
    private string Key => this.GetPrimaryKeyString();

    private string Owner => ConversationKey.FromGrainKey(Key).PublicId;

    /// <inheritdoc/>
    public async Task Upload(UploadChunk chunk, CancellationToken cancellationToken = default)
    {
        await Authorize(cancellationToken);
        SourceRules.Check(chunk);
        await files.Append(Owner, chunk, Limits.AttachmentBytes, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task Discard(Guid upload, CancellationToken cancellationToken = default)
    {
        await Authorize(cancellationToken);
        files.Discard(Owner, upload);
    }

    /// <inheritdoc/>
    public async Task<AttachmentView> Add(AddAttachment attachment, CancellationToken cancellationToken = default)
    {
        await Authorize(cancellationToken);
        AttachmentRules.Check(attachment);
        var (bytes, hash) = await files.Describe(Owner, attachment.Upload, cancellationToken);
        var image = await Image(attachment.Upload, cancellationToken);
        if (bytes == 0) throw new SupportException(ProblemCodes.FileEmpty, "The file is empty.");
        if (image is { IsShowable: false })
            throw new SupportException(ProblemCodes.ImageInvalid, "The picture is broken or too large; send a smaller one.");
        SourceRules.Require(bytes == attachment.Bytes, "the upload is complete");
        var added = new NewAttachment(
            image is null ? SourceKinds.Document : SourceKinds.Image, attachment.FileName,
            image?.MediaType ?? FileMediaTypes.Of(attachment.FileName), attachment.ClientAttachmentId)
        { Hash = hash, Bytes = bytes, Image = image };
        var kept = false;
        var (view, isNew) = await attachments.Add(Key, added, Keep, time.GetUtcNow(), cancellationToken);
        if (!isNew) files.Discard(Owner, attachment.Upload);
        signal.Set();
        return view;

        // A repetition of the transaction finds the original in its place.
        void Keep()
        {
            if (kept) return;
            files.Keep(Owner, attachment.Upload, hash);
            kept = true;
        }
    }

    /// <inheritdoc/>
    public async Task<AttachmentView> AddAddress(AddAddress address, CancellationToken cancellationToken = default)
    {
        await Authorize(cancellationToken);
        var added = new NewAttachment(SourceKinds.Page, AttachmentRules.Check(address), "text/html", address.ClientAttachmentId);
        var (view, _) = await attachments.Add(Key, added, static () => { }, time.GetUtcNow(), cancellationToken);
        signal.Set();
        return view;
    }

    /// <inheritdoc/>
    public async Task<AttachmentList> List(CancellationToken cancellationToken = default)
    {
        await Authorize(cancellationToken);
        return new AttachmentList { Attachments = [.. (await attachments.List(Key, cancellationToken)).Select(a => a.View)] };
    }

    /// <inheritdoc/>
    public async Task Delete(string attachmentId, CancellationToken cancellationToken = default)
    {
        await Authorize(cancellationToken);
        var hash = await attachments.Delete(Key, attachmentId, StaffGate.IsOpen(AgentRole.Agent), cancellationToken);
        if (hash is not null) await cleaner.Release(hash, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<AttachmentPiece> Read(string attachmentId, long offset, CancellationToken cancellationToken = default)
    {
        await Authorize(cancellationToken);
        SourceRules.Require(offset >= 0, "a piece does not begin before the file");
        var found = await attachments.Find(Key, attachmentId, cancellationToken);
        if (found?.Hash is not { } hash || !File.Exists(files.PathOf(hash))) throw AttachmentRules.NotFound();
        await using var file = File.OpenRead(files.PathOf(hash));
        file.Seek(offset, SeekOrigin.Begin);
        var bytes = new byte[Math.Clamp(file.Length - offset, 0, Limits.ChunkBytes)];
        await file.ReadExactlyAsync(bytes, cancellationToken);
        return new AttachmentPiece { Attachment = found.View, Data = ImmutableCollectionsMarshal.AsImmutableArray(bytes) };
    }

    private Task<ConversationView> Authorize(CancellationToken cancellationToken) =>
        GrainFactory.GetGrain<IConversationGrain>(Key).GetView(cancellationToken);

    private async Task<ImageHeader?> Image(Guid upload, CancellationToken cancellationToken)
    {
        await using var file = files.OpenUpload(Owner, upload);
        var bytes = new byte[Math.Min(file.Length, ImageHeader.Longest)];
        await file.ReadExactlyAsync(bytes, cancellationToken);
        return ImageHeader.Read(bytes);
    }
}
