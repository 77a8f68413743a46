namespace PipelineKit.Execution.Jobs;

/// <summary>
/// The installed dependencies of one folder. There is one working tree, so they fit one install at a time: leaves that need the same
/// one share it, a leaf that needs another waits until nobody uses it. The scheduler's loop and the leaf that installs touch it.
/// </summary>
internal sealed class InstallSlot
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _failures = new(StringComparer.Ordinal);
    private string? _key;
    private int _users;
    private bool _installing;

    public bool IsFree(string key)
    {
        lock (_gate)
        {
            return _users == 0 || (key == _key && !_installing);
        }
    }

    /// <summary>Is something else installed?</summary>
    public bool IsOther(string key)
    {
        lock (_gate)
        {
            return _key is not null && key != _key;
        }
    }

    /// <summary>Why this install failed, or null; a failed one is not tried again.</summary>
    public string? FailureOf(string key)
    {
        lock (_gate)
        {
            return _failures.GetValueOrDefault(key);
        }
    }

    /// <summary>Takes the slot; true when the install has to run first.</summary>
    public bool Enter(string key)
    {
        lock (_gate)
        {
            _users++;
            _installing = key != _key && !_failures.ContainsKey(key);
            _key = key;
            return _installing;
        }
    }

    /// <summary>The install has ended: others may join, or hear that it failed.</summary>
    public void Installed(string key, string? failure)
    {
        lock (_gate)
        {
            _installing = false;
            if (failure is not null)
            {
                _failures[key] = failure;
            }
        }
    }

    /// <summary>The install did not even start.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            (_key, _installing) = (null, false);
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            _users--;
        }
    }
}
