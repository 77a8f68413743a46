using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>An object of the language: members by name in insertion order (language reference, section 5).</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name is the one of the library's own API.")]
[SuppressMessage("Design", "CA1033", Justification = "Members of collections of pairs are for the interface only.")]
public partial class ScriptObject : IDictionary<string, object?>, IScriptObject
{
    private MemberTable _members;

    /// <summary>Creates an empty object.</summary>
    public ScriptObject()
    {
    }

    /// <inheritdoc cref="IScriptObject.Count"/>
    public virtual int Count => _members.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <summary>Reads a member (null when there is none) or writes it.</summary>
    /// <param name="key">Name, case-sensitive.</param>
    /// <exception cref="InvalidOperationException">The member is read-only.</exception>
    public object? this[string key]
    {
        get => TryGetMember(key, MemberTable.HashOf(key), out var value) ? value : null;
        set => SetValue(key, value, readOnly: false);
    }

    /// <inheritdoc/>
    public ICollection<string> Keys => [.. GetMembers()];

    /// <inheritdoc/>
    public ICollection<object?> Values => [.. GetMembers().Select(name => this[name])];

    /// <inheritdoc/>
    public void Add(string key, object? value) => SetValue(key, value, readOnly: false);

    /// <summary>Writes a member from the host, also one that is read-only for templates.</summary>
    /// <param name="member">Name, case-sensitive.</param>
    /// <param name="value">The value.</param>
    /// <param name="readOnly">Whether templates may not change it.</param>
    public void SetValue(string member, object? value, bool readOnly)
    {
        var hash = MemberTable.HashOf(member);
        var index = _members.Find(member, hash);
        if (index < 0)
        {
            index = _members.Add(member, hash, value);
        }

        ref var entry = ref _members.At(index);
        entry.Value = value;
        entry.ReadOnly = readOnly;
    }

    /// <inheritdoc/>
    public virtual void SetReadOnly(string member, bool readOnly)
    {
        var hash = MemberTable.HashOf(member);
        var index = _members.Find(member, hash);
        if (index < 0)
        {
            TryGetMember(member, hash, out var value);
            index = _members.Add(member, hash, value);
        }

        _members.At(index).ReadOnly = readOnly;
    }

    /// <inheritdoc/>
    public virtual bool CanWrite(string member)
    {
        var index = _members.Find(member, MemberTable.HashOf(member));
        return index < 0 || !_members.At(index).ReadOnly;
    }

    /// <inheritdoc/>
    public virtual IEnumerable<string> GetMembers()
    {
        for (var i = 0; i < _members.Count; i++)
        {
            yield return _members.At(i).Key;
        }
    }

    /// <summary>Whether there is a member of this name.</summary>
    /// <param name="member">Name, case-sensitive.</param>
    /// <returns>True when there is one.</returns>
    public bool Contains(string member) => TryGetMember(member, MemberTable.HashOf(member), out _);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Contains(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) =>
        TryGetMember(key, MemberTable.HashOf(key), out value);

    /// <inheritdoc/>
    public virtual bool TryGetValue(TemplateContext context, SourceSpan span, string member, [MaybeNullWhen(false)] out object? value) =>
        TryGetMember(member, MemberTable.HashOf(member), out value);

    /// <inheritdoc/>
    public virtual bool TrySetValue(TemplateContext context, SourceSpan span, string member, object? value, bool readOnly)
    {
        var hash = MemberTable.HashOf(member);
        if (!TrySetMember(member, hash, value))
        {
            return false;
        }

        if (readOnly)
        {
            SetReadOnly(member, readOnly);
        }

        return true;
    }

    /// <inheritdoc cref="IScriptObject.Remove"/>
    public virtual bool Remove(string key)
    {
        var index = _members.Find(key, MemberTable.HashOf(key));
        if (index >= 0)
        {
            _members.RemoveAt(index);
        }

        return index >= 0;
    }

    /// <inheritdoc/>
    public virtual void Clear() => _members.Clear();

    internal virtual bool TryGetMember(string name, int hash, out object? value)
    {
        var index = _members.Find(name, hash);
        value = index < 0 ? null : _members.At(index).Value;
        return index >= 0;
    }

    internal bool TrySetMember(string name, int hash, object? value)
    {
        var index = _members.Find(name, hash);
        if (index < 0)
        {
            _members.Add(name, hash, value);
            return true;
        }

        ref var entry = ref _members.At(index);
        if (entry.ReadOnly)
        {
            return false;
        }

        entry.Value = value;
        return true;
    }

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) =>
        TryGetValue(item.Key, out var value) && Equals(value, item.Value);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex)
    {
        foreach (var member in this)
        {
            array[arrayIndex++] = member;
        }
    }

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) =>
        ((ICollection<KeyValuePair<string, object?>>)this).Contains(item) && Remove(item.Key);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        foreach (var name in GetMembers())
        {
            yield return new KeyValuePair<string, object?>(name, this[name]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The object as the language prints it, for example <c>{a: 1}</c>.</summary>
    public override string ToString() => new TemplateContext().ObjectToString(this);
}
