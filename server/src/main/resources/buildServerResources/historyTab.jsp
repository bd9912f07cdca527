<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%-- Names and texts come from builds: every one is escaped, also in addresses. --%>
<jsp:useBean id="ecsDelivery" scope="request" type="org.ecsdelivery.server.deployment.HistoryPage"/>
<div class="ecsDelivery">
  <c:if test="${ecsDelivery.comparing}">
    <section class="ecsDelivery__deployment">
      <h3>Two deployments compared</h3>
      <table class="ecsDelivery__changes">
        <thead>
          <tr>
            <th scope="col">What</th>
            <c:forEach items="${ecsDelivery.compared}" var="each">
              <th scope="col"><c:out value="${each.service}"/>, build #<c:out value="${each.number}"/>, <c:out value="${each.at}"/></th>
            </c:forEach>
          </tr>
        </thead>
        <c:forEach items="${ecsDelivery.differences}" var="row">
          <tr><th scope="row"><c:out value="${row.what}"/></th><td><c:out value="${row.before}"/></td><td><c:out value="${row.after}"/></td></tr>
        </c:forEach>
      </table>
      <c:if test="${empty ecsDelivery.differences}"><p>They are the same in all that the history keeps.</p></c:if>
      <c:if test="${not empty ecsDelivery.changes}">
        <h4>What the newer one changed in its revision</h4>
        <table class="ecsDelivery__changes">
          <thead><tr><th scope="col">What</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
          <c:forEach items="${ecsDelivery.changes}" var="change">
            <tr><th scope="row"><c:out value="${change.what}"/></th><td><c:out value="${change.before}"/></td><td><c:out value="${change.after}"/></td></tr>
          </c:forEach>
        </table>
      </c:if>
    </section>
  </c:if>
  <form method="get" action="<c:url value='/project.html'/>">
    <input type="hidden" name="projectId" value="<c:out value='${ecsDelivery.project}'/>"/>
    <input type="hidden" name="tab" value="ecsDeliveryHistory"/>
    <p>
      <label>Service
        <select name="ecsService">
          <option value="">all</option>
          <c:forEach items="${ecsDelivery.services}" var="service">
            <option value="<c:out value='${service}'/>" <c:if test="${service eq ecsDelivery.service}">selected="selected"</c:if>><c:out value="${service}"/></option>
          </c:forEach>
        </select>
      </label>
      <button type="submit" class="btn">Show, and compare those that are ticked</button>
    </p>
    <div class="ecsDelivery__wide">
      <table class="ecsDelivery__history">
        <thead>
          <tr>
            <th scope="col">Compare</th><th scope="col">Build</th><th scope="col">Began</th><th scope="col">Service</th><th scope="col">Revision</th>
            <th scope="col">Image</th><th scope="col">Who</th><th scope="col">Result</th><th scope="col">Took</th><th scope="col">Until drained</th>
          </tr>
        </thead>
        <c:forEach items="${ecsDelivery.rows}" var="row">
          <tr>
            <td><input type="checkbox" name="ecsCompare" value="<c:out value='${row.key}'/>" aria-label="Compare build <c:out value='${row.number}'/>" <c:if test="${row.chosen}">checked="checked"</c:if>/></td>
            <td><a href="<c:url value='/viewLog.html'><c:param name='buildId' value='${row.build}'/><c:param name='tab' value='ecsDeliveryDeployment'/></c:url>">#<c:out value="${row.number}"/></a></td>
            <td><c:out value="${row.at}"/></td>
            <td><c:out value="${row.service}"/> <small>in <c:out value="${row.cluster}"/></small></td>
            <td><c:out value="${row.revision}"/></td>
            <td title="<c:out value='${row.image}'/>"><c:out value="${row.digest}"/></td>
            <td><c:out value="${row.who}"/></td>
            <td><span class="ecsDelivery__result ecsDelivery__result_${row.tone}"><c:out value="${row.result}"/></span></td>
            <td><c:out value="${row.took}"/></td>
            <td><c:out value="${row.drain}"/></td>
          </tr>
        </c:forEach>
      </table>
    </div>
    <p>
      <c:choose>
        <c:when test="${ecsDelivery.count eq 0}">No deployment has ended yet.</c:when>
        <c:otherwise><c:out value="${ecsDelivery.count}"/> deployments, page <c:out value="${ecsDelivery.page}"/> of <c:out value="${ecsDelivery.pages}"/>.</c:otherwise>
      </c:choose>
      <c:if test="${ecsDelivery.page gt 1}"><button type="submit" class="btn" name="ecsPage" value="${ecsDelivery.page - 1}">Newer</button></c:if>
      <c:if test="${ecsDelivery.page lt ecsDelivery.pages}"><button type="submit" class="btn" name="ecsPage" value="${ecsDelivery.page + 1}">Older</button></c:if>
    </p>
  </form>
</div>
