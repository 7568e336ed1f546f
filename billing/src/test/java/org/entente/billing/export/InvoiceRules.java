package org.entente.billing.export;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation2025_11;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The published rules for electronic invoices: the XML schema and the schematron of EN 16931 and of Peppol BIS Billing 3.
 * The first use of a set compiles it, which takes seconds.
 */
final class InvoiceRules {
    private static final ValidationExecutorSetRegistry<IValidationSourceXML> REGISTRY = registry();

    static final InvoiceRules EN_16931 = new InvoiceRules(EN16931Validation.VID_UBL_INVOICE_1316);
    static final InvoiceRules PEPPOL_BIS_3 = new InvoiceRules(PeppolValidation2025_11.VID_OPENPEPPOL_INVOICE_UBL_V3);

    private final DVRCoordinate rules;

    private InvoiceRules(DVRCoordinate rules) {
        this.rules = rules;
    }

    /** What an invoice breaks, warnings too: the rule's id and its words. */
    List<String> broken(String xml) {
        List<String> broken = new ArrayList<>();
        ValidationExecutionManager.executeValidation(
                        IValidityDeterminator.createDefault(),
                        Objects.requireNonNull(REGISTRY.getOfID(rules)),
                        ValidationSourceXML.create("invoice.xml", document(xml)))
                .getAllFailures()
                .forEach(failure -> broken.add(failure.getErrorID() + " " + failure.getErrorText(Locale.ROOT)));
        return broken;
    }

    private static ValidationExecutorSetRegistry<IValidationSourceXML> registry() {
        ValidationExecutorSetRegistry<IValidationSourceXML> registry = new ValidationExecutorSetRegistry<>();
        EN16931Validation.initEN16931(registry);
        PeppolValidation2025_11.init(registry);
        return registry;
    }

    private static Document document(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException wrong) {
            throw new IllegalArgumentException("This is no XML", wrong);
        }
    }
}
