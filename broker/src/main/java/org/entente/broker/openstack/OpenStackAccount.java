package org.entente.broker.openstack;

import org.entente.broker.site.SiteException;

/** Who logs in and to which project, both in the domain {@code Default}. A user's name may itself hold an {@code @}. */
record OpenStackAccount(String user, String project) {
    static OpenStackAccount of(String account) {
        int at = account.lastIndexOf('@');
        if (at < 1 || at == account.length() - 1) {
            throw new SiteException(
                    SiteException.Code.UNAUTHORIZED,
                    "The account of an OpenStack site reads USER@PROJECT, but was '" + account + "'.");
        }
        return new OpenStackAccount(account.substring(0, at), account.substring(at + 1));
    }
}
