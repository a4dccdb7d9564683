package id.jipp.ui.security;

import id.jipp.core.person.Person;
import java.io.Serializable;

/** A principal that stands for a person of this hub. */
interface SignedIn extends Serializable {
    Person person();
}
