<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%-- Policies, names of projects and what was entered come from people: every one is escaped, also in addresses. --%>
<jsp:useBean id="form" class="org.ecsdelivery.server.PolicyForm"/>
<jsp:useBean id="policyPage" scope="request" type="org.ecsdelivery.server.policy.PolicyPage"/>
<c:set var="action"><c:url value="/admin/ecsDeliveryPolicies.html"/></c:set>
<c:url var="page" value="/admin/editProject.html">
  <c:param name="projectId" value="${policyPage.projectId}"/>
  <c:param name="tab" value="ecsDeliveryPolicies"/>
</c:url>
<div class="section noMargin">
  <h2 class="noBorder">Policies that hold here</h2>
  <p>All of them hold at once: those of the projects above can be added to, not taken back. Where several protect a service, a build must satisfy each.</p>
  <ul id="ecsDeliveryOutcome">
    <c:forEach items="${policyPage.outcome}" var="each"><li><c:out value="${each}"/></li></c:forEach>
  </ul>
  <c:choose>
    <c:when test="${empty policyPage.rows}"><p class="noPolicy">There is none: every build may deploy to every service, except personal ones.</p></c:when>
    <c:otherwise>
      <table class="parametersTable" id="ecsDeliveryPolicies">
        <tr><th>Project</th><th>Policy</th><th>It says</th><th></th></tr>
        <c:forEach items="${policyPage.rows}" var="row">
          <tr class="${row.own ? 'own' : 'inherited'}">
            <td><c:out value="${row.project}"/></td>
            <td><c:out value="${row.feature}"/></td>
            <td>
              <c:forEach items="${row.demands}" var="demand"><div><c:out value="${demand}"/></div></c:forEach>
              <c:if test="${not empty row.problem}"><div class="error">It cannot be read, so nothing is deployed: <c:out value="${row.problem}"/></div></c:if>
            </td>
            <td>
              <c:if test="${row.own and policyPage.editable}">
                <c:url var="edit" value="/admin/editProject.html">
                  <c:param name="projectId" value="${policyPage.projectId}"/>
                  <c:param name="tab" value="ecsDeliveryPolicies"/>
                  <c:param name="policy" value="${row.feature}"/>
                </c:url>
                <a href="<c:out value='${edit}'/>">Edit</a>
                <form action="<c:out value='${action}'/>" method="post" onsubmit="return confirm('Remove this policy? Builds may then do what it forbids.');">
                  <input type="hidden" name="tc-csrf-token" value="<c:out value="${sessionScope['tc-csrf-token']}"/>"/>
                  <input type="hidden" name="projectId" value="<c:out value='${policyPage.projectId}'/>"/>
                  <input type="hidden" name="feature" value="<c:out value='${row.feature}'/>"/>
                  <input type="hidden" name="action" value="remove"/>
                  <input class="btn btn_mini" type="submit" value="Remove"/>
                </form>
              </c:if>
            </td>
          </tr>
        </c:forEach>
      </table>
    </c:otherwise>
  </c:choose>
</div>
<c:if test="${policyPage.editable}">
  <form action="<c:out value='${action}'/>" method="post" id="ecsDeliveryPolicyForm">
    <h2 class="noBorder"><c:choose><c:when test="${empty policyPage.feature}">Add a policy</c:when><c:otherwise>Edit policy <c:out value="${policyPage.feature}"/></c:otherwise></c:choose></h2>
    <input type="hidden" name="tc-csrf-token" value="<c:out value="${sessionScope['tc-csrf-token']}"/>"/>
    <input type="hidden" name="projectId" value="<c:out value='${policyPage.projectId}'/>"/>
    <input type="hidden" name="feature" value="<c:out value='${policyPage.feature}'/>"/>
    <input type="hidden" name="action" value="save"/>
    <table class="runnerFormTable">
      <c:forEach items="${form.groups}" var="group">
        <tr class="groupingTitle"><td colspan="2"><c:out value="${group.title}"/></td></tr>
        <c:forEach items="${group.fields}" var="field">
          <c:set var="entered" value="${policyPage.values[field.name]}"/>
          <c:set var="effective" value="${empty entered ? field.defaultValue : entered}"/>
          <tr>
            <th><label for="${field.name}"><c:out value="${field.label}"/>:</label></th>
            <td>
              <c:choose>
                <c:when test="${field.kind eq 'CHOICE'}">
                  <select name="${field.name}" id="${field.name}">
                    <c:forEach items="${field.choices}" var="choice">
                      <option value="${choice}" <c:if test="${choice eq effective}">selected="selected"</c:if>><c:out value="${choice}"/></option>
                    </c:forEach>
                    <c:if test="${not field.offers(effective)}">
                      <option value="<c:out value='${effective}'/>" selected="selected"><c:out value="${effective}"/></option>
                    </c:if>
                  </select>
                </c:when>
                <c:otherwise>
                  <textarea name="${field.name}" id="${field.name}" rows="3" cols="49" class="longField"><c:out value="${effective}"/></textarea>
                </c:otherwise>
              </c:choose>
              <span class="error" id="error_${field.name}"><c:out value="${policyPage.problems[field.name]}"/></span>
              <span class="smallNote"><c:out value="${field.help}"/></span>
            </td>
          </tr>
        </c:forEach>
      </c:forEach>
    </table>
    <div class="saveButtonsBlock">
      <input class="btn btn_primary submitButton" type="submit" value="Save"/>
      <a class="btn cancel" href="<c:out value='${page}'/>">Cancel</a>
    </div>
  </form>
</c:if>
