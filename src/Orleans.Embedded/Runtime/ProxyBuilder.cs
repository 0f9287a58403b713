using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Orleans.Runtime;

/// <summary>Writes, for a grain interface, the reference class and a call class for each method.</summary>
internal static class ProxyBuilder
{
    private static readonly Lock Building = new();
    private static readonly AssemblyBuilder Assembly = AssemblyBuilder.DefineDynamicAssembly(new("Orleans.Embedded.Proxies"), AssemblyBuilderAccess.Run);
    private static readonly ModuleBuilder Module = Assembly.DefineDynamicModule("Proxies");
    private static readonly HashSet<string> Opened = [];
    private static readonly Type[] Construction = [typeof(GrainRuntime), typeof(GrainClass), typeof(string)];
    private static int _count;

    /// <exception cref="NotSupportedException">A method has a shape that grain calls cannot have.</exception>
    public static Type Build(Type grainInterface)
    {
        lock (Building)
        {
            OpenInternalsOf(typeof(ProxyBuilder).Assembly);
            var proxy = Module.DefineType($"{grainInterface.FullName}.Reference{++_count}", TypeAttributes.Public | TypeAttributes.Sealed, typeof(GrainReference), [grainInterface]);
            OpenInternalsOf(grainInterface.Assembly);
            PassOn(proxy, typeof(GrainReference), Construction);
            foreach (var method in grainInterface.GetInterfaces().Append(grainInterface).SelectMany(i => i.GetMethods()).Where(m => m.IsAbstract))
            {
                WriteMethod(proxy, method, BuildCall(method));
            }

            return proxy.CreateType();
        }
    }

    /// <summary>The class of a method's calls: a field for each argument, and the call of the grain with them.</summary>
    private static Type BuildCall(MethodInfo method)
    {
        var parameters = Check(method);
        var call = Module.DefineType($"{method.DeclaringType!.FullName}.{method.Name}{++_count}", TypeAttributes.Public | TypeAttributes.Sealed, CallBase(method.ReturnType));
        foreach (var type in parameters.Select(p => p.ParameterType).Append(method.ReturnType)) OpenInternalsOf(type);
        PassOn(call, call.BaseType!, [typeof(GrainMethod)]);
        var invoke = call.BaseType!.GetMethod(nameof(GrainCall.Invoke))!;
        Type[] given = [.. invoke.GetParameters().Select(p => p.ParameterType)];
        var il = call.DefineMethod(invoke.Name, MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig, invoke.ReturnType, given).GetILGenerator();
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Castclass, method.DeclaringType);
        foreach (var parameter in parameters)
        {
            var isToken = parameter.ParameterType == typeof(CancellationToken);
            il.Emit(isToken && given.Length == 2 ? OpCodes.Ldarg_2 : OpCodes.Ldarg_0);
            if (!isToken) il.Emit(OpCodes.Ldfld, call.DefineField($"A{parameter.Position}", parameter.ParameterType, FieldAttributes.Public));
            else if (given.Length == 1) il.Emit(OpCodes.Call, call.BaseType.GetProperty("CalleeToken")!.GetMethod!);
        }

        il.Emit(OpCodes.Callvirt, method);
        if (method.ReturnType.IsValueType)
        {
            var result = il.DeclareLocal(method.ReturnType);
            il.Emit(OpCodes.Stloc, result);
            il.Emit(OpCodes.Ldloca, result);
            il.Emit(OpCodes.Call, method.ReturnType.GetMethod("AsTask")!);
        }

        il.Emit(OpCodes.Ret);
        call.DefineField("Description", typeof(GrainMethod), FieldAttributes.Public | FieldAttributes.Static);
        var built = call.CreateType();
        built.GetField("Description")!.SetValue(null, new GrainMethod(method));
        return built;
    }

    /// <summary>The reference's method: it fills a call and sends it.</summary>
    private static void WriteMethod(TypeBuilder proxy, MethodInfo method, Type call)
    {
        var parameters = method.GetParameters();
        var attributes = MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot;
        var own = proxy.DefineMethod(method.Name, attributes, method.ReturnType, [.. parameters.Select(p => p.ParameterType)]);
        proxy.DefineMethodOverride(own, method);
        var il = own.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldsfld, call.GetField("Description")!);
        il.Emit(OpCodes.Newobj, call.GetConstructors()[0]);
        foreach (var parameter in parameters)
        {
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldarg, (short)(parameter.Position + 1));
            if (parameter.ParameterType == typeof(CancellationToken)) il.Emit(OpCodes.Call, call.BaseType!.GetProperty("CallerToken")!.SetMethod!);
            else il.Emit(OpCodes.Stfld, call.GetField($"A{parameter.Position}")!);
        }

        var isSequence = call.BaseType!.GetGenericTypeDefinition() == typeof(EnumerableCall<>);
        var send = typeof(GrainReference).GetMethods().Single(m => m.IsGenericMethod && m.Name == (isSequence ? nameof(GrainReference.Prepare) : nameof(GrainReference.Send)));
        send = send.MakeGenericMethod(call.BaseType.GenericTypeArguments);
        il.Emit(OpCodes.Call, send);
        if (method.ReturnType == typeof(ValueTask)) il.Emit(OpCodes.Newobj, typeof(ValueTask).GetConstructor([typeof(Task)])!);
        else if (method.ReturnType.IsValueType) il.Emit(OpCodes.Newobj, method.ReturnType.GetConstructor([send.ReturnType])!);
        il.Emit(OpCodes.Ret);
    }

    private static Type CallBase(Type result)
    {
        if (result == typeof(Task) || result == typeof(ValueTask)) return typeof(MethodCall<NoResult>);
        var generic = result.IsGenericType ? result.GetGenericTypeDefinition() : null;
        if (generic == typeof(Task<>) || generic == typeof(ValueTask<>)) return typeof(MethodCall<>).MakeGenericType(result.GenericTypeArguments);
        if (generic == typeof(IAsyncEnumerable<>)) return typeof(EnumerableCall<>).MakeGenericType(result.GenericTypeArguments);
        throw new NotSupportedException($"A grain method cannot return {result}.");
    }

    private static ParameterInfo[] Check(MethodInfo method)
    {
        var parameters = method.GetParameters();
        if (method.IsGenericMethod || parameters.Any(p => p.ParameterType.IsByRef) || parameters.SkipLast(1).Any(p => p.ParameterType == typeof(CancellationToken)))
        {
            throw new NotSupportedException($"{method.DeclaringType}.{method.Name} is generic, has a parameter by reference, or a cancellation token before the last place.");
        }

        return parameters;
    }

    private static void PassOn(TypeBuilder type, Type baseType, Type[] parameters)
    {
        var il = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, parameters).GetILGenerator();
        for (short i = 0; i <= parameters.Length; i++) il.Emit(OpCodes.Ldarg, i);
        il.Emit(OpCodes.Call, baseType.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, parameters)!);
        il.Emit(OpCodes.Ret);
    }

    private static void OpenInternalsOf(Type type)
    {
        OpenInternalsOf(type.Assembly);
        foreach (var argument in type.GenericTypeArguments) OpenInternalsOf(argument);
    }

    // The runtime lets an assembly use the internals of those that it names with this attribute.
    private static void OpenInternalsOf(Assembly assembly)
    {
        if (!Opened.Add(assembly.GetName().Name!)) return;
        Assembly.SetCustomAttribute(new CustomAttributeBuilder(typeof(IgnoresAccessChecksToAttribute).GetConstructors()[0], [assembly.GetName().Name]));
    }
}
