package org.entente.commandline.operator;

/** A user's log-in at an operator. */
public record Account(String user, String password) {
    /** Without the password, so that no log can hold it. */
    @Override
    public String toString() {
        return "Account[" + user + "]";
    }
}
