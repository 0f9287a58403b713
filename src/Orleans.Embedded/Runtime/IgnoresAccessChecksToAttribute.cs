namespace System.Runtime.CompilerServices;

/// <summary>Known to the runtime by its name; see <c>ProxyBuilder</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class IgnoresAccessChecksToAttribute(string assemblyName) : Attribute
{
    public string AssemblyName { get; } = assemblyName;
}
