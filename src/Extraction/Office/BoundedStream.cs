namespace SupportPlatform.Extraction;

/// <summary>A part of an archive that counts while it inflates, since its header may lie.</summary>
/// <param name="inner">The inflating stream.</param>
/// <param name="compressed">Its compressed length, in bytes.</param>
/// <param name="count">Is told of each read; throws when it was enough.</param>
internal sealed class BoundedStream(Stream inner, long compressed, Action<int> count) : Stream
{
    // Verbose XML shrinks to a fiftieth; deflate itself ends at a thousandth. Small parts may be of one letter.
    private const long MostTimes = 250;
    private const long FreeBytes = 16 * 1024 * 1024;
    private long _read;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _read += read;
        count(read);
        if (_read > FreeBytes && _read > compressed * MostTimes) throw RejectedFileException.Unsafe("is a decompression bomb");
        return read;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
