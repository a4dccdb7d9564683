package id.jipp.ui.security;

/** How people of this hub sign in. */
public enum SignInWay {
    /** Name and password on our own page; the demonstration only. */
    PASSWORD,
    /** At the identity provider. */
    PROVIDER
}
