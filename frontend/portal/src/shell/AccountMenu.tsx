import {
  Dropdown,
  DropdownGroup,
  DropdownItem,
  DropdownList,
  MenuToggle,
} from '@patternfly/react-core';
import UserIcon from '@patternfly/react-icons/dist/esm/icons/user-icon';
import { useState } from 'react';
import { useAuth } from 'react-oidc-context';
import type { Me } from './useMe';

const ROLES: Readonly<Record<string, string>> = {
  devops: 'DevOps engineer',
  engineer: 'operator engineer',
  finance: 'finance',
};

/** Who is logged in, with which roles, and the way out. */
export function AccountMenu({ me }: { readonly me: Me }) {
  const [isOpen, setOpen] = useState(false);
  const auth = useAuth();
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      popperProps={{ position: 'right' }}
      toggle={(toggle) => (
        <MenuToggle
          ref={toggle}
          icon={<UserIcon />}
          isExpanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
          }}
          aria-label={`Account ${me.user}`}
        >
          {me.user}
        </MenuToggle>
      )}
    >
      <DropdownGroup label={description(me)}>
        <DropdownList>
          <DropdownItem onClick={() => void auth.signoutRedirect()}>Log out</DropdownItem>
        </DropdownList>
      </DropdownGroup>
    </Dropdown>
  );
}

function description({ roles, tenant, operator }: Me): string {
  const known = roles.flatMap((role) => ROLES[role] ?? []);
  const place = tenant === undefined ? operator.name : `${tenant} at ${operator.name}`;
  return known.length === 0 ? place : `${known.join(', ')}, ${place}`;
}
