using System.Runtime.InteropServices;

namespace SupportPlatform.Conversations;

/// <summary>The end of a log in the hands of one owner; an append states it, and is refused where the log ends elsewhere.</summary>
/// <param name="Epoch">The number of the ownership; each opening raises it.</param>
/// <param name="Revision">How many appends there were, also such without events.</param>
/// <param name="Seq">The number of the last event.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LogPosition(long Epoch, long Revision, long Seq);
