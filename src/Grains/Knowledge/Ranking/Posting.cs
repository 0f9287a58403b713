using System.Runtime.InteropServices;

namespace SupportPlatform.Knowledge;

/// <summary>A term's place in the index.</summary>
/// <param name="Passage">The passage's number.</param>
/// <param name="Impact">What the term adds to the passage's score before its inverse document frequency: 0 to k1 + 1.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Posting(int Passage, float Impact);
