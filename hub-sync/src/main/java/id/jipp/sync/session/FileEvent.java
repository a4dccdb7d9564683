package id.jipp.sync.session;

/** An event that answers an {@link Action.Work}. */
public sealed interface FileEvent extends Event
        permits Event.FileOpened, Event.FileKept, Event.FileRead, Event.FileDenied {}
