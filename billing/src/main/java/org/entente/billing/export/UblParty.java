package org.entente.billing.export;

import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyNameType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyTaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import org.entente.billing.party.Party;

/** A seller or a buyer in UBL. */
final class UblParty {
    private UblParty() {}

    static PartyType of(Party from) {
        PartyType party = new PartyType();
        party.setEndpointID(from.endpoint()).setSchemeID(from.endpointScheme());
        PartyNameType name = new PartyNameType();
        name.setName(from.name());
        party.addPartyName(name);
        party.setPostalAddress(address(from));
        from.taxNumber().ifPresent(number -> party.addPartyTaxScheme(taxScheme(number)));
        PartyLegalEntityType legal = new PartyLegalEntityType();
        legal.setRegistrationName(from.name());
        party.addPartyLegalEntity(legal);
        return party;
    }

    private static AddressType address(Party from) {
        AddressType address = new AddressType();
        address.setStreetName(from.street());
        address.setCityName(from.city());
        address.setPostalZone(from.postalCode());
        CountryType country = new CountryType();
        country.setIdentificationCode(from.country());
        address.setCountry(country);
        return address;
    }

    private static PartyTaxSchemeType taxScheme(String number) {
        PartyTaxSchemeType scheme = new PartyTaxSchemeType();
        scheme.setCompanyID(number);
        scheme.setTaxScheme(TaxTreatment.scheme());
        return scheme;
    }
}
