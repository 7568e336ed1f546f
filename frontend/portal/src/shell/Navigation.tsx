import { Nav, NavItem, NavList } from '@patternfly/react-core';
import { Link, useLocation } from 'react-router';
import { DEPLOYMENTS } from '../paths';

const PLACES = [{ path: DEPLOYMENTS, label: 'Deployments' }];

export function Navigation() {
  const { pathname } = useLocation();
  return (
    <Nav aria-label="Portal">
      <NavList>
        {PLACES.map(({ path, label }) => (
          <NavItem key={path} isActive={pathname.startsWith(path)}>
            <Link to={path}>{label}</Link>
          </NavItem>
        ))}
      </NavList>
    </Nav>
  );
}
