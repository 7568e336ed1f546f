import {
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
  PageToggleButton,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
} from '@patternfly/react-core';
import { Link, type LinkProps } from 'react-router';
import { Mark } from '../feedback/Mark';
import { HOME } from '../paths';
import { AccountMenu } from './AccountMenu';
import type { Me } from './useMe';

export function PortalMasthead({ me }: { readonly me: Me }) {
  return (
    <Masthead>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton isHamburgerButton aria-label="Navigation" />
        </MastheadToggle>
        <MastheadBrand>
          <MastheadLogo
            component={(props: Omit<LinkProps, 'to'>) => <Link {...props} to={HOME} />}
            className="portal-logo"
          >
            <Mark />
            <span>Entente</span>
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <Toolbar isStatic>
          <ToolbarContent>
            <ToolbarItem className="portal-operator">
              <span role="note" aria-label="Operator">
                {me.operator.name}
              </span>
            </ToolbarItem>
            <ToolbarGroup align={{ default: 'alignEnd' }}>
              <ToolbarItem>
                <AccountMenu me={me} />
              </ToolbarItem>
            </ToolbarGroup>
          </ToolbarContent>
        </Toolbar>
      </MastheadContent>
    </Masthead>
  );
}
