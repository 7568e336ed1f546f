package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.entente.broker.site.SiteException;

/** Who logs in at Keystone v3. See {@link org.entente.broker.site.Endpoint} for how it is written. */
sealed interface OpenStackAccount {
    String CREDENTIAL_PREFIX = "application-credential:";

    /** The body of {@code POST /v3/auth/tokens}. */
    ObjectNode logIn(String secret);

    /** A user and the project to work in, both in the domain {@code Default}. A user's name may itself hold an {@code @}. */
    record Password(String user, String project) implements OpenStackAccount {
        @Override
        public ObjectNode logIn(String secret) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.withObject("/auth/identity").putArray("methods").add("password");
            body.withObject("/auth/identity/password/user")
                    .put("name", user)
                    .put("password", secret)
                    .putObject("domain")
                    .put("name", "Default");
            body.withObject("/auth/scope/project")
                    .put("name", project)
                    .putObject("domain")
                    .put("name", "Default");
            return body;
        }
    }

    /** An application credential, which belongs to one user and one project already. */
    record ApplicationCredential(String id) implements OpenStackAccount {
        @Override
        public ObjectNode logIn(String secret) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.withObject("/auth/identity").putArray("methods").add("application_credential");
            body.withObject("/auth/identity/application_credential")
                    .put("id", id)
                    .put("secret", secret);
            return body;
        }
    }

    static OpenStackAccount of(String account) {
        if (account.startsWith(CREDENTIAL_PREFIX) && account.length() > CREDENTIAL_PREFIX.length()) {
            return new ApplicationCredential(account.substring(CREDENTIAL_PREFIX.length()));
        }
        int at = account.lastIndexOf('@');
        if (at < 1 || at == account.length() - 1) {
            throw new SiteException(
                    SiteException.Code.UNAUTHORIZED,
                    "The account of an OpenStack site reads USER@PROJECT or application-credential:ID, but was '"
                            + account + "'.");
        }
        return new Password(account.substring(0, at), account.substring(at + 1));
    }
}
